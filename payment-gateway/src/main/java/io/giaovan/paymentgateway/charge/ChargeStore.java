package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import java.util.List;
import java.util.Optional;

/** Keeps charges. Safe for concurrent use. */
public interface ChargeStore {
    /** A refund with the charge that it gives back from. */
    record ChargedRefund(ChargeId chargeId, Refund refund) {}

    /** Keeps a new charge and its news; false when its id is taken. */
    boolean insert(Charge charge, List<Event> news);

    /** Keeps a changed charge and its news if nobody changed it since; false when the race was lost. */
    boolean update(Charge charge, List<Event> news);

    Optional<Charge> find(ChargeId id);

    Optional<Charge> find(MerchantId merchantId, ChargeId id);

    /** A merchant's charges, newest first. */
    Sliced<Charge> list(MerchantId merchantId, Slice slice);

    /** A merchant's refunds of all charges, newest first. */
    Sliced<ChargedRefund> listRefunds(MerchantId merchantId, Slice slice);

    /** The refunds of one charge, newest first. */
    Sliced<ChargedRefund> listRefunds(MerchantId merchantId, ChargeId id, Slice slice);

    Optional<ChargedRefund> findRefund(MerchantId merchantId, String refundId);

    /** Nobody has to look after a charge as it was seen; one that was changed since stays open. */
    void close(Charge seen);

    /** Charges that somebody still has to look after: new ones, and those that were changed and not closed since. */
    List<ChargeId> listOpen();
}
