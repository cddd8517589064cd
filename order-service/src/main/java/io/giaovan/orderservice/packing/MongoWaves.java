package io.giaovan.orderservice.packing;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bson.Document;

/** Waves in MongoDB, found by id. */
@Singleton
final class MongoWaves implements Waves {
    private final MongoCollection<Document> waves;

    MongoWaves(MongoDatabase database) {
        this.waves = database.getCollection("waves");
    }

    @Override
    public Wave keep(Wave wave) {
        try {
            waves.insertOne(new Document("_id", wave.id())
                    .append("schema", 1)
                    .append("merchantId", wave.merchantId().value())
                    .append(
                            "orderIds",
                            wave.orderIds().stream().map(OrderId::value).toList())
                    .append("createdAt", StoredValues.instant(wave.createdAt())));
            return wave;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw taken;
            }
            return find(wave.merchantId(), wave.id()).orElseThrow(() -> taken);
        }
    }

    @Override
    public Optional<Wave> find(MerchantId merchantId, String id) {
        return Optional.ofNullable(
                        waves.find(Filters.and(Filters.eq("_id", id), Filters.eq("merchantId", merchantId.value())))
                                .first())
                .map(found -> new Wave(
                        StoredValues.textAt(found, "_id"),
                        merchantId,
                        found.getList("orderIds", String.class).stream()
                                .map(OrderId::new)
                                .toList(),
                        StoredValues.instantAt(found, "createdAt")));
    }
}
