package io.giaovan.paymentgateway.api.shelf;

import io.giaovan.contracts.merchant.MerchantId;
import java.time.Instant;
import org.bson.Document;

/** Maps one kind of thing to documents and back. */
public interface ShelfCodec<T> {
    String id(T thing);

    MerchantId merchantId(T thing);

    Instant createdAt(T thing);

    long version(T thing);

    /** Its other fields; {@code _id}, {@code merchant}, {@code createdAt} and {@code version} are the shelf's. */
    Document fields(T thing);

    T read(Document document);
}
