package io.giaovan.orderservice.access;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.edge.access.Secrets;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bson.Document;

/** One document per key, found by its digest. */
@Singleton
final class MongoAccessKeys implements AccessKeys {
    private final MongoCollection<Document> keys;

    MongoAccessKeys(MongoDatabase database) {
        this.keys = database.getCollection("access_keys");
    }

    @Override
    public boolean grant(KeyKind kind, String key, MerchantId merchantId) {
        String id = id(kind, key);
        try {
            keys.insertOne(new Document("_id", id)
                    .append("schema", 1)
                    .append("kind", kind.name())
                    .append("merchantId", merchantId.value()));
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw taken;
            }
            if (find(kind, key).filter(merchantId::equals).isEmpty()) {
                return false;
            }
        }
        keys.deleteMany(Filters.and(
                Filters.eq("merchantId", merchantId.value()), Filters.eq("kind", kind.name()), Filters.ne("_id", id)));
        return true;
    }

    @Override
    public Optional<MerchantId> find(KeyKind kind, String key) {
        return Optional.ofNullable(keys.find(Filters.eq("_id", id(kind, key))).first())
                .map(found -> new MerchantId(StoredValues.textAt(found, "merchantId")));
    }

    private static String id(KeyKind kind, String key) {
        return kind + "|" + Secrets.digest(key);
    }
}
