package io.giaovan.paymentgateway.charge;

/**
 * Hears of money that moved because of a charge, after it was booked. It may hear of the same movement again, and what
 * it throws is tried again with the charge.
 */
public interface MovementWatch {
    void booked(Charge charge, Movement movement);
}
