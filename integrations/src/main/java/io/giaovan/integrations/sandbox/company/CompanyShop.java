package io.giaovan.integrations.sandbox.company;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A seller's account at the sandbox parcel company.
 *
 * @param token what its calls must carry
 * @param shopId its number
 * @param webhookUrl where notices go
 * @param stepEvery how long a parcel stays in one status, in business time; absent means that it moves on command only
 */
record CompanyShop(
        String token,
        String shopId,
        String webhookUrl,
        @Nullable Duration stepEvery) {
    CompanyShop {
        if (token.length() < 16 || token.length() > 200) {
            throw new IllegalArgumentException("token: has " + token.length() + " characters, allowed are 16 to 200");
        }
        if (!shopId.matches("[0-9]{1,12}")) {
            throw new IllegalArgumentException("shopId: '" + shopId + "' is not 1 to 12 digits");
        }
        if (!webhookUrl.matches("https?://.{1,490}")) {
            throw new IllegalArgumentException("webhookUrl: is not an http or https address of at most 500 characters");
        }
        if (stepEvery != null && stepEvery.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("stepEvery: " + stepEvery + " is below one second");
        }
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "CompanyShop[" + shopId + "]";
    }
}
