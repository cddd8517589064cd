package io.giaovan.paymentgateway.payout;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.rail.PhoneVault;
import io.giaovan.paymentgateway.rail.SealedPhone;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** Where sellers are paid, for the house. */
@Controller("/internal/payout-destinations/{merchantId}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PayoutDestinationController {
    private final PayoutDestinations destinations;
    private final PhoneVault vault;

    PayoutDestinationController(PayoutDestinations destinations, PhoneVault vault) {
        this.destinations = destinations;
        this.vault = vault;
    }

    /**
     * A destination.
     *
     * @param phone a mobile money account, shown masked; the seller's bank account when absent
     */
    record Destination(@Nullable String phone) {
        /** Keeps the phone number out of logs. */
        @Override
        public String toString() {
            return "Destination[" + (phone == null ? "bank" : "phone") + "]";
        }
    }

    @Put
    Destination change(String merchantId, @Body Destination wanted) {
        MerchantId merchant = new MerchantId(merchantId);
        if (wanted.phone() == null) {
            destinations.payToBank(merchant);
            return new Destination(null);
        }
        SealedPhone sealed = sealed(wanted.phone());
        destinations.payToPhone(merchant, sealed);
        return new Destination(sealed.masked());
    }

    @Get
    Destination show(String merchantId) {
        return new Destination(destinations
                .findPhone(new MerchantId(merchantId))
                .map(SealedPhone::masked)
                .orElse(null));
    }

    private SealedPhone sealed(String phone) {
        try {
            return vault.seal(phone);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.invalid(
                    "phone", "", "is not a number; give +84 and nine digits, or 0 and nine digits");
        }
    }
}
