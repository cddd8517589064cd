package io.giaovan.integrations.channel;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** One document per shop, under {@code channel|shopId}. */
@Singleton
final class MongoChannelShops implements ChannelShops {
    private final MongoCollection<Document> shops;

    MongoChannelShops(MongoDatabase database) {
        this.shops = database.getCollection("channel_shops");
    }

    @Override
    public boolean connect(ChannelShop shop) {
        try {
            shops.replaceOne(
                    Filters.and(
                            Filters.eq("_id", shop.channel() + "|" + shop.shopId()),
                            Filters.eq("merchantId", shop.merchantId().value())),
                    document(shop),
                    new ReplaceOptions().upsert(true));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    @Override
    public Optional<ChannelShop> find(String channel, String shopId) {
        return Optional.ofNullable(
                        shops.find(Filters.eq("_id", channel + "|" + shopId)).first())
                .map(MongoChannelShops::shop);
    }

    @Override
    public List<ChannelShop> list(String channel) {
        List<ChannelShop> found = new ArrayList<>();
        for (Document document : shops.find(Filters.eq("channel", channel))) {
            found.add(shop(document));
        }
        return found;
    }

    private static Document document(ChannelShop shop) {
        return new Document("_id", shop.channel() + "|" + shop.shopId())
                .append("schema", 1)
                .append("channel", shop.channel())
                .append("shopId", shop.shopId())
                .append("merchantId", shop.merchantId().value())
                .append("secret", shop.secret())
                .append("callbackUrl", shop.callbackUrl());
    }

    private static ChannelShop shop(Document document) {
        return new ChannelShop(
                StoredValues.textAt(document, "channel"),
                StoredValues.textAt(document, "shopId"),
                new MerchantId(StoredValues.textAt(document, "merchantId")),
                StoredValues.textAt(document, "secret"),
                document.getString("callbackUrl"));
    }
}
