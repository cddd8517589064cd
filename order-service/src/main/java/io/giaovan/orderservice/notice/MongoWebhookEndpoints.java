package io.giaovan.orderservice.notice;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Endpoints in MongoDB; sellers have few, so listing reads them all. */
@Singleton
final class MongoWebhookEndpoints implements WebhookEndpoints {
    private static final int SCHEMA = 1;

    private final MongoCollection<Document> endpoints;

    MongoWebhookEndpoints(MongoDatabase database) {
        this.endpoints = database.getCollection("webhook_endpoints");
    }

    @Override
    public WebhookEndpoint add(WebhookEndpoint endpoint) {
        try {
            endpoints.insertOne(new Document("_id", endpoint.id())
                    .append("schema", SCHEMA)
                    .append("merchantId", endpoint.merchantId().value())
                    .append("url", endpoint.url().toString())
                    .append("secret", endpoint.secret().value())
                    .append("createdAt", StoredValues.instant(endpoint.createdAt()))
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
        List<WebhookEndpoint> found = new ArrayList<>();
        endpoints
                .find(Filters.eq("merchantId", merchantId.value()))
                .forEach(document -> found.add(fromDocument(document)));
        found.sort(Comparator.comparing(WebhookEndpoint::createdAt).thenComparing(WebhookEndpoint::id));
        return found;
    }

    @Override
    public Optional<WebhookEndpoint> find(MerchantId merchantId, String id) {
        return Optional.ofNullable(endpoints.find(key(merchantId, id)).first())
                .map(MongoWebhookEndpoints::fromDocument);
    }

    @Override
    public void disable(MerchantId merchantId, String id, String because) {
        endpoints.updateOne(key(merchantId, id), Updates.set("disabledBecause", because));
    }

    @Override
    public void enable(MerchantId merchantId, String id) {
        endpoints.updateOne(key(merchantId, id), Updates.set("disabledBecause", null));
    }

    @Override
    public void remove(MerchantId merchantId, String id) {
        endpoints.deleteOne(key(merchantId, id));
    }

    private static Bson key(MerchantId merchantId, String id) {
        return Filters.and(Filters.eq("_id", id), Filters.eq("merchantId", merchantId.value()));
    }

    private static WebhookEndpoint fromDocument(Document document) {
        return new WebhookEndpoint(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchantId")),
                URI.create(StoredValues.textAt(document, "url")),
                new WebhookSecret(StoredValues.textAt(document, "secret")),
                StoredValues.instantAt(document, "createdAt"),
                document.getString("disabledBecause"));
    }
}
