package io.giaovan.paymentgateway.rail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rails this house has.
 *
 * @param enabled names of the rails that may be used, or {@code all}
 * @param sandboxed whether a rail without a configured provider may speak with the sandbox where money is real
 */
@ConfigurationProperties("giaovan.rails")
public record RailSettings(
        @Bindable(defaultValue = "all") List<String> enabled,
        @Bindable(defaultValue = "false") boolean sandboxed) {
    private static final String ALL = "all";

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
