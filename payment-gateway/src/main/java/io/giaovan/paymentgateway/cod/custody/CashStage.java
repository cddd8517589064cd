package io.giaovan.paymentgateway.cod.custody;

/** How far the money of a parcel has come, nearest to the door first. */
public enum CashStage {
    /** In a courier's hands. */
    WITH_COURIER,
    /** In a parcel company's hands. */
    WITH_CARRIER,
    /** Counted and in a depot's safe. */
    AT_DEPOT,
    /** In the house's bank account, or owed by a parcel company that accounted for it. */
    AT_BANK;

    /** Whether somebody outside the bank still has it. */
    public boolean isHeld() {
        return this != AT_BANK;
    }
}
