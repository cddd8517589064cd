package io.giaovan.paymentgateway.api.event;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps events for a while. Safe for concurrent use. */
public interface ApiEvents {
    /** Keeps an event; one with its id stays as it is. */
    void add(ApiEvent event);

    Optional<ApiEvent> find(MerchantId merchantId, String id);

    /**
     * A merchant's events, newest first.
     *
     * @param types only of these, or all when there are none
     */
    Sliced<ApiEvent> list(MerchantId merchantId, List<String> types, Slice slice);

    /** Forgets events from before an instant; returns how many. */
    long prune(Instant before);
}
