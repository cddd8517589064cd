package io.giaovan.paymentgateway.cod.custody;

/** When cash becomes the seller's. */
public enum CreditRule {
    /** When the courier or the parcel company took it. */
    DOOR,
    /** When a depot counted the courier's hand-over, or a parcel company accounted for the parcel. */
    COUNT,
    /** When the depot's cash was paid in at the bank, or a parcel company accounted for the parcel. */
    BANK;

    boolean isReachedBy(CashStage stage) {
        return switch (this) {
            case DOOR -> true;
            case COUNT -> stage == CashStage.AT_DEPOT || stage == CashStage.AT_BANK;
            case BANK -> stage == CashStage.AT_BANK;
        };
    }
}
