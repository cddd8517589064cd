package io.giaovan.paymentgateway.api.shelf;

import java.util.List;

/** Opens shelves; whoever owns one opens it as the process starts, so that news of before a crash is told. */
public interface Shelves {
    /**
     * Opens a shelf.
     *
     * @param collection where it is stored
     * @param unique fields that identify a thing beside its id
     */
    <T> Shelf<T> open(String collection, ShelfCodec<T> codec, List<String> unique);
}
