package io.giaovan.paymentgateway.payout;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import java.util.List;
import java.util.Optional;

/** Keeps payouts. Safe for concurrent use. */
interface PayoutStore {
    /** False when the id is taken. */
    boolean insert(Payout payout);

    /** False when somebody changed it since. */
    boolean update(Payout payout);

    /** The same for one whose notes alone changed; nobody is told. */
    boolean note(Payout payout);

    Optional<Payout> find(String id);

    /** A merchant's payouts that can be seen, newest first. */
    Sliced<Payout> list(MerchantId merchantId, Slice slice);

    /** Payouts that somebody still has to look after: new ones, and those that were changed and not closed since. */
    List<String> listOpen();

    /** Nobody has to look after a payout as it was seen; one that was changed since stays open. */
    void close(Payout seen);
}
