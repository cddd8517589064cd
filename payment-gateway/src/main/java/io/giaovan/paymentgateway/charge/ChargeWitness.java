package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.payment.PaymentNews;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees each change of a charge before it is stored; what it says is stored with the change. It decides nothing. */
public interface ChargeWitness {
    /**
     * What a merchant's software hears of a change.
     *
     * @param before the charge as it was, or null when it is new
     */
    List<PaymentNews> saw(@Nullable Charge before, Charge after);
}
