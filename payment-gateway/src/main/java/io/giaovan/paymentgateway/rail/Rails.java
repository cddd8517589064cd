package io.giaovan.paymentgateway.rail;

import io.giaovan.contracts.payment.ChargeMethod;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All rails of this process by name. */
@Singleton
public final class Rails {
    private final Map<String, Rail> byName;

    public Rails(List<Rail> rails) {
        this.byName = rails.stream().collect(Collectors.toMap(Rail::name, Function.identity()));
    }

    public Rail get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("rail: '" + name + "' is none of " + byName.keySet()));
    }

    public Optional<Rail> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Rail get(ChargeMethod method) {
        return byName.values().stream()
                .filter(rail -> rail.method() == method)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("method: no rail takes " + method));
    }

    public List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }
}
