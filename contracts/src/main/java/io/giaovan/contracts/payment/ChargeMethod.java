package io.giaovan.contracts.payment;

/** Which kind of rail a charge goes over. */
public enum ChargeMethod {
    VIETQR,
    CARRIER_BILLING,
    MOBILE_MONEY,
    WALLET,
    CASH
}
