package io.giaovan.paymentgateway.rail;

import io.giaovan.contracts.payment.ChargeMethod;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rails of this house by name. New charges go over those that are enabled, and where money is real over none that
 * would speak with a sandbox; what was begun over another is still looked after.
 */
@Singleton
public final class Rails {
    private final Map<String, Rail> all;
    private final Map<String, Rail> open;

    public Rails(List<Rail> rails, RailSettings settings, @Property(name = "giaovan.api.live") @Nullable Boolean live) {
        this.all = rails.stream().collect(Collectors.toMap(Rail::name, Function.identity()));
        settings.checkNames(all.keySet());
        boolean mayUseSandbox = settings.sandboxed() || !Boolean.TRUE.equals(live);
        this.open = rails.stream()
                .filter(rail -> settings.allows(rail.name()))
                .filter(rail -> mayUseSandbox || !rail.isSandboxed())
                .collect(Collectors.toMap(Rail::name, Function.identity()));
    }

    /** Any rail that this house knows, enabled or not. */
    public Rail get(String name) {
        Rail rail = all.get(name);
        if (rail == null) {
            throw new IllegalArgumentException("rail: '" + name + "' is none of " + all.keySet());
        }
        return rail;
    }

    /** A rail that is open to new charges. */
    public Optional<Rail> find(String name) {
        return Optional.ofNullable(open.get(name));
    }

    /** The first open rail of a kind. */
    public Rail get(ChargeMethod method) {
        return list(method).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("method: no rail takes " + method));
    }

    /** The open rails of a kind, by name. */
    public List<Rail> list(ChargeMethod method) {
        return names().stream()
                .map(this::get)
                .filter(rail -> rail.method() == method)
                .toList();
    }

    /** The rails that are open to new charges. */
    public List<String> names() {
        return open.keySet().stream().sorted().toList();
    }
}
