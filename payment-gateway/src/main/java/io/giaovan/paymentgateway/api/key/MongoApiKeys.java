package io.giaovan.paymentgateway.api.key;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.key.ApiKey.Scope;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** Keys in {@code gateway_keys}, found by their digest. */
@Singleton
final class MongoApiKeys implements ApiKeys {
    private static final int HINT_LENGTH = 4;

    private final MongoCollection<Document> keys;
    private final Clock clock;

    MongoApiKeys(MongoDatabase database, Clock clock) {
        this.keys = database.getCollection("gateway_keys");
        this.clock = clock;
    }

    @Override
    public boolean grant(String key, MerchantId merchantId) {
        try {
            keys.insertOne(new Document("_id", Secrets.digest(key))
                    .append("schema", 1)
                    .append("merchant", merchantId.value())
                    .append("scope", (key.startsWith("rk_") ? Scope.READ : Scope.FULL).name())
                    .append("hint", key.substring(key.length() - HINT_LENGTH))
                    .append("createdAt", Date.from(clock.instant())));
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw taken;
            }
            return find(key)
                    .filter(known -> known.merchantId().equals(merchantId))
                    .isPresent();
        }
    }

    @Override
    public Optional<ApiKey> find(String key) {
        return Optional.ofNullable(
                        keys.find(Filters.eq("_id", Secrets.digest(key))).first())
                .map(document -> new ApiKey(
                        StoredValues.textAt(document, "_id"),
                        new MerchantId(StoredValues.textAt(document, "merchant")),
                        Scope.valueOf(StoredValues.textAt(document, "scope")),
                        StoredValues.textAt(document, "hint")));
    }
}
