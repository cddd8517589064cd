package io.giaovan.paymentgateway.charge.sharing;

import io.giaovan.contracts.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which a charge is shared between a platform and a merchant that it connected.
 *
 * @param destination {@code acct_…} that a part is passed on to, or null
 * @param part how much of it, or null for all that is captured
 * @param fee what the platform keeps of the connected merchant's money, or null
 * @param group names what belongs together, or null
 * @param onBehalfOf {@code acct_…} that does the business, or null; it moves no money
 */
public record Sharing(
        @Nullable String destination,
        @Nullable Money part,
        @Nullable Money fee,
        @Nullable String group,
        @Nullable String onBehalfOf) {
    public static final Sharing NONE = new Sharing(null, null, null, null, null);

    /** What is passed on once this much is captured; never more than that. */
    public Money partOf(Money captured) {
        if (destination == null) {
            return Money.zero(captured.currency());
        }
        return part == null ? captured : smaller(part, captured);
    }

    /** What the platform keeps once this much is captured; never more than that. */
    public Money feeOf(Money captured) {
        return fee == null ? Money.zero(captured.currency()) : smaller(fee, captured);
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
