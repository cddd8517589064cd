package io.giaovan.paymentgateway.rail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which rails this house has.
 *
 * @param enabled names of the rails that may be used, or {@code all}
 * @param rules which rail a charge goes over, first match first: {@code METHOD [amount FROM-TO] [prefix P|P] [merchant
 *     M|M]: RAIL RAIL}; where none fits, the rails of the method by name
 * @param sandboxed whether a rail without a configured provider may speak with the sandbox where money is real
 */
@ConfigurationProperties("giaovan.rails")
public record RailSettings(
        @Bindable(defaultValue = "all") List<String> enabled,
        @Nullable List<String> rules,
        @Bindable(defaultValue = "false") boolean sandboxed) {
    private static final String ALL = "all";

    public RailSettings {
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    @Override
    public List<String> rules() {
        return rules == null ? List.of() : rules;
    }

    boolean allows(String name) {
        return enabled.contains(ALL) || enabled.contains(name);
    }

    void checkNames(Set<String> known) {
        for (String name : enabled) {
            if (!name.equals(ALL) && !known.contains(name)) {
                throw new IllegalArgumentException(
                        "giaovan.rails.enabled: '" + name + "' is none of " + new TreeSet<>(known) + " or all");
            }
        }
    }
}
