package io.giaovan.paymentgateway.charge.suspense;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.edge.access.Secrets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about money in suspense, or about part of it.
 *
 * @param reference the person's own number of it; the same is carried out once
 * @param how what becomes of the money
 * @param amount how much of it
 * @param merchantId whose charge or balance, where it becomes somebody's
 * @param chargeId the charge it pays, where it pays one
 * @param rail the provider that paid over what it took, where one did
 * @param by who decided
 * @param note why
 * @param at when
 * @param status how far it is carried out
 */
record Resolution(
        String reference,
        How how,
        Money amount,
        @Nullable String merchantId,
        @Nullable String chargeId,
        @Nullable String rail,
        String by,
        String note,
        Instant at,
        Status status) {
    /** Who decides what needs no person. */
    static final String HOUSE = "giaovan";

    private static final int NOTE_LENGTH_MAX = 500;
    private static final int REFERENCE_DIGITS = 24;

    /** What becomes of the money. */
    enum How {
        /** It pays a charge that waits for money. */
        PAYS_CHARGE,
        /** It becomes a seller's, for instance when the goods went out although the money came late. */
        SELLERS,
        /** A provider or parcel company paid over with it what it took for us: its clearing account holds that less. */
        PROVIDERS,
        /** It was sent back by a transfer that the bank's statement shows under the reference. */
        SENT_BACK
    }

    /** How far it is carried out. */
    enum Status {
        DECIDED,
        DONE,
        /** The charge did not want the money; it waits on. */
        NOT_WANTED
    }

    Resolution {
        if (!reference.matches("[A-Za-z0-9_.-]{1,40}")) {
            throw new IllegalArgumentException("reference: is not 1 to 40 letters, digits, _ . or -");
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount: " + amount.amount() + " is not above 0");
        }
        if (!by.matches("[\\p{L}\\p{N} _.@-]{2,60}") || by.matches("[+0-9 .-]+")) {
            throw new IllegalArgumentException("by: is not 2 to 60 letters, digits, spaces, _ . @ or - with a letter");
        }
        if (note.length() > NOTE_LENGTH_MAX) {
            throw new IllegalArgumentException("note: is longer than " + NOTE_LENGTH_MAX + " characters");
        }
        if ((how == How.PAYS_CHARGE || how == How.SELLERS) && merchantId == null) {
            throw new IllegalArgumentException("merchantId: is missing, " + how + " needs whose it becomes");
        }
        if (how == How.PAYS_CHARGE && chargeId == null) {
            throw new IllegalArgumentException("chargeId: is missing, " + how + " needs which it pays");
        }
        if (how == How.PROVIDERS && (rail == null || !rail.matches("[a-z_]{1,40}"))) {
            throw new IllegalArgumentException("rail: is not 1 to 40 of a-z _, " + how + " needs whose it was");
        }
    }

    /** The house's own decision about a transfer that named several charges and paid each exactly. */
    static Resolution sharing(MerchantId merchantId, ChargeId chargeId, Money amount, Instant at) {
        return new Resolution(
                "shared-" + Secrets.digest(chargeId.value()).substring(0, REFERENCE_DIGITS),
                How.PAYS_CHARGE,
                amount,
                merchantId.value(),
                chargeId.value(),
                null,
                HOUSE,
                "The transfer named several charges and paid each exactly",
                at,
                Status.DECIDED);
    }

    Resolution with(Status other) {
        return new Resolution(reference, how, amount, merchantId, chargeId, rail, by, note, at, other);
    }

    /** Whether two say the same, whenever and however far. */
    boolean sameAs(Resolution other) {
        return with(Status.DONE)
                .equals(new Resolution(
                        other.reference,
                        other.how,
                        other.amount,
                        other.merchantId,
                        other.chargeId,
                        other.rail,
                        other.by,
                        other.note,
                        at,
                        Status.DONE));
    }
}
