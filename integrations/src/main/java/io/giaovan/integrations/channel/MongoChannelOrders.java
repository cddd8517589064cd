package io.giaovan.integrations.channel;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bson.Document;

/** One document per order, under {@code channel|externalId}. */
@Singleton
final class MongoChannelOrders implements ChannelOrders {
    private final MongoCollection<Document> orders;

    MongoChannelOrders(MongoDatabase database) {
        this.orders = database.getCollection("channel_orders");
    }

    @Override
    public void remember(ChannelShop shop, String externalId) {
        try {
            orders.insertOne(new Document("_id", shop.channel() + "|" + externalId)
                    .append("schema", 1)
                    .append("merchantId", shop.merchantId().value())
                    .append("shopId", shop.shopId()));
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw known;
            }
        }
    }

    @Override
    public Optional<String> findShop(MerchantId merchantId, String channel, String externalId) {
        return Optional.ofNullable(orders.find(Filters.and(
                                Filters.eq("_id", channel + "|" + externalId),
                                Filters.eq("merchantId", merchantId.value())))
                        .first())
                .map(found -> StoredValues.textAt(found, "shopId"));
    }
}
