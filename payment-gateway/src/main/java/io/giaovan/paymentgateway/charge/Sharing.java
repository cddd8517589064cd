package io.giaovan.paymentgateway.charge;

import org.jspecify.annotations.Nullable;

/**
 * How a merchant shares what a charge brings in with another; the sharing itself is a transfer after the money came.
 *
 * @param destination {@code acct_…} that gets the money, or null when the charge's own merchant keeps it
 * @param fee what the platform keeps of it, in minor units of the charge's currency; 0 for nothing
 * @param group names what belongs together, or null
 */
public record Sharing(
        @Nullable String destination, long fee, @Nullable String group) {
    public Sharing {
        if (fee < 0) {
            throw new IllegalArgumentException("sharing.fee: " + fee + " is below 0");
        }
    }
}
