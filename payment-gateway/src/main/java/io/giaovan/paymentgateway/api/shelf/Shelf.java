package io.giaovan.paymentgateway.api.shelf;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps one kind of thing. Safe for concurrent use, also by several processes on one store. */
public interface Shelf<T> {
    /**
     * Something that merchants' software hears.
     *
     * @param type in the public API's words
     * @param object the thing as the wire shows it; no personal data
     */
    record News(String type, Map<String, Object> object) {}

    /** Keeps a new thing with its news; false when its id is taken, and then nothing is changed. */
    boolean insert(T thing, List<News> news);

    /** Keeps a changed thing with its news; false when somebody changed it since it was read. */
    boolean update(T thing, List<News> news);

    Optional<T> find(MerchantId merchantId, String id);

    /** For the house, which sees all merchants'. */
    Optional<T> find(String id);

    /** A merchant's things, newest first. */
    Sliced<T> list(MerchantId merchantId, Slice slice);

    /** A merchant's things with a value in a field, newest first. */
    Sliced<T> listWith(MerchantId merchantId, String field, String value, Slice slice);

    /** The thing with a value in a field that the shelf was opened with as unique. */
    Optional<T> findWith(String field, String value);

    /** Deletes a thing for good. */
    void remove(MerchantId merchantId, String id);

    /** Deletes a thing for good; false when somebody changed or deleted it since it was read. */
    boolean removeUnchanged(T thing);
}
