package io.giaovan.paymentgateway.api.key;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.key.ApiKey.Access;
import io.giaovan.paymentgateway.api.key.ApiKey.Scope;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

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
    public boolean grant(
            String key, MerchantId merchantId, Map<ApiResource, Access> resources, @Nullable Instant expiresAt) {
        Document access = new Document();
        resources.forEach((resource, allowed) -> access.append(resource.name(), allowed.name()));
        try {
            keys.insertOne(new Document("_id", Secrets.digest(key))
                    .append("schema", 2)
                    .append("merchant", merchantId.value())
                    .append("scope", Scope.of(key).name())
                    .append("resources", access)
                    .append("hint", key.substring(key.length() - HINT_LENGTH))
                    .append("createdAt", Date.from(clock.instant()))
                    .append("expiresAt", StoredValues.instant(expiresAt)));
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
                .map(MongoApiKeys::key);
    }

    @Override
    public boolean expire(String key, MerchantId merchantId, Instant at) {
        Optional<ApiKey> known = find(key).filter(found -> found.merchantId().equals(merchantId));
        if (known.isEmpty()) {
            return false;
        }
        Instant earlier = known.get().expiresAt();
        if (earlier == null || at.isBefore(earlier)) {
            keys.updateOne(Filters.eq("_id", known.get().digest()), Updates.set("expiresAt", Date.from(at)));
        }
        return true;
    }

    /** Documents of schema 1 know restricted keys as {@code READ}. */
    private static Scope scope(String name) {
        return name.equals("READ") ? Scope.RESTRICTED : Scope.valueOf(name);
    }

    private static ApiKey key(Document document) {
        Map<ApiResource, Access> resources = new EnumMap<>(ApiResource.class);
        document.get("resources", new Document())
                .forEach((resource, access) ->
                        resources.put(ApiResource.valueOf(resource), Access.valueOf(String.valueOf(access))));
        return new ApiKey(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                scope(StoredValues.textAt(document, "scope")),
                resources,
                StoredValues.textAt(document, "hint"),
                StoredValues.findInstant(document, "expiresAt"));
    }
}
