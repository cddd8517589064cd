package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.ChargeId;
import java.util.List;
import java.util.Optional;

/** Keeps charges. Safe for concurrent use. */
public interface ChargeStore {
    /** Keeps a new charge and tells of it; false when its id is taken. */
    boolean insert(Charge charge);

    /**
     * Keeps a changed charge if nobody changed it since; false when the race was lost.
     *
     * @param tell whether the change is news to others
     */
    boolean update(Charge charge, boolean tell);

    Optional<Charge> find(ChargeId id);

    Optional<Charge> find(MerchantId merchantId, ChargeId id);

    /** All charges of a merchant, newest first. */
    List<Charge> list(MerchantId merchantId);

    /** Charges that somebody still has to look after. Put a charge here before changing it. */
    void open(ChargeId id);

    void close(ChargeId id);

    List<ChargeId> listOpen();
}
