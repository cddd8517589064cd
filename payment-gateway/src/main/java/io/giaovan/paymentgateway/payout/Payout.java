package io.giaovan.paymentgateway.payout;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.contracts.payment.PayoutView;
import io.giaovan.paymentgateway.rail.SealedPhone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money for a seller. PENDING waits until the seller's balance covers it, and until a second person has approved it where
 * it is above a limit; IN_TRANSIT is stored before the bank is
 * called; PAID, FAILED and CANCELED are ends.
 *
 * @param id {@code po_…}, also the bank's end-to-end id
 * @param key the caller's idempotency key
 * @param fees what the house keeps
 * @param maker who asked for it: {@code house} for settlement, {@code merchant:} with the merchant, else an operator
 * @param approver which other operator let it go, or null
 * @param phone the mobile money account that it goes to once it is on its way, or null for the bank
 * @param cover when the balance covers it
 * @param notes the merchant's own
 * @param failure why the bank refused, or who gave it up, else null
 */
public record Payout(
        String id,
        String key,
        MerchantId merchantId,
        Money amount,
        Money fees,
        String maker,
        @Nullable String approver,
        @Nullable SealedPhone phone,
        Cover cover,
        PayoutNotes notes,
        PayoutStatus status,
        @Nullable String failure,
        Instant createdAt,
        long version) {
    /** The maker of what settlement asks for. */
    static final String HOUSE = "house";
    /** Begins the name of a merchant as maker; no operator's name has a colon. */
    static final String MERCHANT = "merchant:";

    public PayoutView view() {
        return new PayoutView(id, merchantId, amount, status);
    }

    /** Whether the merchant asked for it, and not the house. */
    public boolean isMerchants() {
        return cover != Cover.AT_SENDING;
    }

    /** The version with which it was first seen. */
    public long firstSeen() {
        return isMerchants() ? 2 : 1;
    }

    Payout with(PayoutStatus other, @Nullable String why) {
        return with(approver, phone, cover, notes, other, why, version);
    }

    /** As it stood then, for news. */
    public Payout at(PayoutStatus other) {
        return with(other, failure);
    }

    /** On its way to a phone, or to the bank account. */
    Payout sentTo(@Nullable SealedPhone other) {
        return with(approver, other, cover, notes, PayoutStatus.IN_TRANSIT, failure, version);
    }

    Payout approvedBy(String other) {
        return with(other, phone, cover, notes, status, failure, version);
    }

    Payout held() {
        return with(approver, phone, Cover.HELD, notes, status, failure, version);
    }

    Payout refused() {
        return with(approver, phone, Cover.REFUSED, notes, PayoutStatus.CANCELED, "not covered", version);
    }

    Payout noted(PayoutNotes others) {
        return with(approver, phone, cover, others, status, failure, version);
    }

    Payout withVersion(long other) {
        return with(approver, phone, cover, notes, status, failure, other);
    }

    private Payout with(
            @Nullable String otherApprover,
            @Nullable SealedPhone otherPhone,
            Cover otherCover,
            PayoutNotes otherNotes,
            PayoutStatus otherStatus,
            @Nullable String otherFailure,
            long otherVersion) {
        return new Payout(
                id,
                key,
                merchantId,
                amount,
                fees,
                maker,
                otherApprover,
                otherPhone,
                otherCover,
                otherNotes,
                otherStatus,
                otherFailure,
                createdAt,
                otherVersion);
    }
}
