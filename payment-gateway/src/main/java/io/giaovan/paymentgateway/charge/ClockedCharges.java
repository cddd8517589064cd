package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.merchant.MerchantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Charges that live in a test clock's time. */
@Singleton
public final class ClockedCharges {
    private final Charges charges;
    private final ChargeStore store;
    private final RailCalls calls;

    ClockedCharges(Charges charges, ChargeStore store, RailCalls calls) {
        this.charges = charges;
        this.store = store;
        this.calls = calls;
    }

    /** Ends what ran out by an instant, of a merchant's charges that live in a test clock's time. */
    public void timePassed(MerchantId merchantId, String testClock, Instant until) {
        for (Charge charge : openAt(merchantId, testClock)) {
            calls.follow(
                    charges,
                    charges.change(
                            merchantId,
                            charge.id(),
                            before -> ChargeAgenda.ends(before)
                                    .filter(end -> !until.isBefore(end))
                                    .map(_ -> charges.expired(before))
                                    .orElse(before)));
        }
    }

    /** Gives up what is still open of a merchant's charges that live in a test clock's time. */
    public void giveUpAt(MerchantId merchantId, String testClock) {
        for (Charge charge : openAt(merchantId, testClock)) {
            if (ChargeAgenda.ends(charge).isPresent()) {
                charges.cancel(merchantId, charge.id(), "abandoned");
            }
        }
    }

    private List<Charge> openAt(MerchantId merchantId, String testClock) {
        return store.listOpen().stream()
                .flatMap(id -> store.find(merchantId, id).stream())
                .filter(charge -> testClock.equals(charge.particulars().testClock()))
                .toList();
    }
}
