package io.giaovan.paymentgateway.api.connect;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.api.shelf.Pairs;
import io.giaovan.paymentgateway.api.shelf.ShelfCodec;
import io.giaovan.store.document.StoredValues;
import java.time.Instant;
import org.bson.Document;

/** Maps connected merchants to documents and back; they belong to their platform. */
final class AccountCodec implements ShelfCodec<Account> {
    @Override
    public String id(Account account) {
        return account.id();
    }

    @Override
    public MerchantId merchantId(Account account) {
        return account.platform();
    }

    @Override
    public Instant createdAt(Account account) {
        return account.createdAt();
    }

    @Override
    public long version(Account account) {
        return account.version();
    }

    @Override
    public Document fields(Account account) {
        return new Document("type", account.type()).append("metadata", Pairs.documents(account.metadata()));
    }

    @Override
    public Account read(Document document) {
        return new Account(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                StoredValues.textAt(document, "type"),
                Pairs.read(document, "metadata"),
                StoredValues.instantAt(document, "createdAt"),
                StoredValues.longAt(document, "version"));
    }
}
