package io.giaovan.paymentgateway.api.webhook;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.api.shelf.Pairs;
import io.giaovan.store.document.MongoSlices;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Endpoints in {@code gateway_webhook_endpoints}; merchants have few. */
@Singleton
final class MongoWebhookEndpoints implements WebhookEndpoints {
    private final MongoCollection<Document> endpoints;

    MongoWebhookEndpoints(MongoDatabase database) {
        this.endpoints = database.getCollection("gateway_webhook_endpoints");
    }

    @Override
    public WebhookEndpoint add(WebhookEndpoint endpoint) {
        try {
            endpoints.insertOne(new Document("_id", endpoint.id())
                    .append("schema", 1)
                    .append("merchant", endpoint.merchantId().value())
                    .append("url", endpoint.url().toString())
                    .append("connect", endpoint.connect())
                    .append("enabledEvents", endpoint.enabledEvents())
                    .append("description", endpoint.description())
                    .append("version", endpoint.version())
                    .append("metadata", Pairs.documents(endpoint.metadata()))
                    .append("createdAt", Date.from(endpoint.createdAt()))
                    .append("secretNumber", endpoint.secretNumber())
                    .append("oldSecretUntil", StoredValues.instant(endpoint.oldSecretUntil()))
                    .append("disabledBecause", endpoint.disabledBecause()));
            return endpoint;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw taken;
            }
            return find(endpoint.merchantId(), endpoint.id()).orElseThrow(() -> taken);
        }
    }

    @Override
    public List<WebhookEndpoint> list(MerchantId merchantId) {
        return endpoints
                .find(owned(merchantId))
                .map(MongoWebhookEndpoints::endpoint)
                .into(new ArrayList<>());
    }

    @Override
    public Sliced<WebhookEndpoint> list(MerchantId merchantId, Slice slice) {
        return MongoSlices.of(endpoints, "createdAt", "_id")
                .read(owned(merchantId), slice)
                .map(MongoWebhookEndpoints::endpoint);
    }

    @Override
    public Optional<WebhookEndpoint> find(MerchantId merchantId, String id) {
        return Optional.ofNullable(endpoints.find(key(merchantId, id)).first()).map(MongoWebhookEndpoints::endpoint);
    }

    @Override
    public void disable(MerchantId merchantId, String id, String because) {
        endpoints.updateOne(key(merchantId, id), Updates.set("disabledBecause", because));
    }

    @Override
    public boolean change(WebhookEndpoint endpoint) {
        return endpoints
                        .updateOne(
                                key(endpoint.merchantId(), endpoint.id()),
                                Updates.combine(
                                        Updates.set("url", endpoint.url().toString()),
                                        Updates.set("enabledEvents", endpoint.enabledEvents()),
                                        Updates.set("description", endpoint.description()),
                                        Updates.set("metadata", Pairs.documents(endpoint.metadata())),
                                        Updates.set("disabledBecause", endpoint.disabledBecause())))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void rotate(MerchantId merchantId, String id, int from, Instant oldSecretUntil) {
        Bson number = from == 0
                ? Filters.or(Filters.eq("secretNumber", 0), Filters.exists("secretNumber", false))
                : Filters.eq("secretNumber", from);
        endpoints.updateOne(
                Filters.and(key(merchantId, id), number),
                Updates.combine(
                        Updates.set("secretNumber", from + 1),
                        Updates.set("oldSecretUntil", Date.from(oldSecretUntil))));
    }

    @Override
    public boolean remove(MerchantId merchantId, String id) {
        return endpoints.deleteOne(key(merchantId, id)).getDeletedCount() == 1;
    }

    private static Bson owned(MerchantId merchantId) {
        return Filters.eq("merchant", merchantId.value());
    }

    private static Bson key(MerchantId merchantId, String id) {
        return Filters.and(Filters.eq("_id", id), owned(merchantId));
    }

    private static WebhookEndpoint endpoint(Document document) {
        return new WebhookEndpoint(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                URI.create(StoredValues.textAt(document, "url")),
                document.getBoolean("connect", false),
                document.getList("enabledEvents", String.class, List.of()),
                document.getString("description"),
                StoredValues.textAt(document, "version"),
                Pairs.read(document, "metadata"),
                StoredValues.instantAt(document, "createdAt"),
                document.getInteger("secretNumber", 0),
                StoredValues.findInstant(document, "oldSecretUntil"),
                document.getString("disabledBecause"));
    }
}
