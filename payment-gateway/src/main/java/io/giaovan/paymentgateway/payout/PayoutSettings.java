package io.giaovan.paymentgateway.payout;

import io.giaovan.edge.access.Secrets;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who watches over payouts.
 *
 * @param approvalAbove in minor units, above which a payout waits until a second person has approved it; none waits when
 *     absent
 * @param operators people who may ask for payouts and approve them, as {@code name:digest}, the digest being the SHA-256
 *     of the person's key in lower-case hex
 */
@ConfigurationProperties("giaovan.payouts")
public record PayoutSettings(
        @Nullable Long approvalAbove, @Nullable List<String> operators) {
    private static final String OPERATOR = "[a-z0-9.-]{1,40}:[0-9a-f]{64}";

    public PayoutSettings {
        if (approvalAbove != null && approvalAbove < 0) {
            throw new IllegalArgumentException("giaovan.payouts.approval-above: " + approvalAbove + " is below 0");
        }
        List<String> people = operators == null ? List.of() : operators;
        Set<String> digests = new HashSet<>();
        for (String person : people) {
            if (!person.matches(OPERATOR) || !digests.add(person.substring(person.indexOf(':')))) {
                throw new IllegalArgumentException(
                        "giaovan.payouts.operators: each is name:digest, and no key belongs to two names");
            }
        }
        if (approvalAbove != null && people.isEmpty()) {
            throw new IllegalArgumentException(
                    "giaovan.payouts.operators: nobody could approve what is above giaovan.payouts.approval-above");
        }
    }

    /** Whose key this is. */
    Optional<String> operator(String key) {
        String digest = Secrets.digest(key);
        return operators == null
                ? Optional.empty()
                : operators.stream()
                        .filter(person -> Secrets.same(person.substring(person.indexOf(':') + 1), digest))
                        .map(person -> person.substring(0, person.indexOf(':')))
                        .findFirst();
    }

    /** Whether an amount needs a second person. */
    boolean needsApproval(Payout payout) {
        return approvalAbove != null && payout.amount().amount() > approvalAbove;
    }

    @Override
    public String toString() {
        return "PayoutSettings[" + approvalAbove + "]";
    }
}
