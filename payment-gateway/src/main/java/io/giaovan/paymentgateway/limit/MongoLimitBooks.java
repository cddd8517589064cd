package io.giaovan.paymentgateway.limit;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** Rules in {@code limit_rules}, usage in {@code limit_usage}, the rest in {@code limit_merchants} and {@code limit_businesses}. */
@Singleton
final class MongoLimitBooks implements LimitBooks {
    private final MongoCollection<Document> rules;
    private final MongoCollection<Document> merchants;
    private final MongoCollection<Document> businesses;
    private final MongoCollection<Document> usages;

    MongoLimitBooks(MongoDatabase database) {
        this.rules = database.getCollection("limit_rules");
        this.merchants = database.getCollection("limit_merchants");
        this.businesses = database.getCollection("limit_businesses");
        this.usages = database.getCollection("limit_usage");
    }

    @Override
    public List<LimitRule> listRules() {
        return rules.find()
                .map(document -> new LimitRule(
                        StoredValues.textAt(document, "provider"),
                        Bucket.valueOf(StoredValues.textAt(document, "bucket")),
                        LocalDate.parse(StoredValues.textAt(document, "from")),
                        StoredValues.moneyAt(document, "perMonth"),
                        StoredValues.textAt(document, "source")))
                .into(new ArrayList<>());
    }

    @Override
    public void keep(LimitRule rule) {
        String id = rule.provider() + "|" + rule.bucket() + "|" + rule.from();
        rules.replaceOne(
                Filters.eq("_id", id),
                new Document("_id", id)
                        .append("schema", 1)
                        .append("provider", rule.provider())
                        .append("bucket", rule.bucket().name())
                        .append("from", rule.from().toString())
                        .append("perMonth", StoredValues.money(rule.perMonth()))
                        .append("source", rule.source()),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public Bucket bucketOf(MerchantId merchantId) {
        Document found = merchants.find(Filters.eq("_id", merchantId.value())).first();
        return found == null ? Bucket.STANDARD : Bucket.valueOf(StoredValues.textAt(found, "bucket"));
    }

    @Override
    public void keepBucket(MerchantId merchantId, Bucket bucket) {
        merchants.replaceOne(
                Filters.eq("_id", merchantId.value()),
                new Document("_id", merchantId.value()).append("schema", 1).append("bucket", bucket.name()),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public boolean isBusiness(String provider, String phoneIndex) {
        return businesses.find(Filters.eq("_id", provider + "|" + phoneIndex)).first() != null;
    }

    @Override
    public void keepBusiness(String provider, String phoneIndex, boolean business) {
        String id = provider + "|" + phoneIndex;
        if (business) {
            businesses.replaceOne(
                    Filters.eq("_id", id),
                    new Document("_id", id).append("schema", 1),
                    new ReplaceOptions().upsert(true));
        } else {
            businesses.deleteOne(Filters.eq("_id", id));
        }
    }

    @Override
    public Optional<Usage> find(String usageId) {
        return Optional.ofNullable(usages.find(Filters.eq("_id", usageId)).first())
                .map(document -> {
                    Map<String, Long> shares = new LinkedHashMap<>();
                    for (Document share : document.getList("shares", Document.class)) {
                        shares.put(StoredValues.textAt(share, "attempt"), StoredValues.longAt(share, "amount"));
                    }
                    return new Usage(
                            usageId,
                            shares,
                            StoredValues.textAt(document, "currency"),
                            StoredValues.longAt(document, "version"));
                });
    }

    @Override
    public boolean update(Usage usage) {
        Document changed = new Document("_id", usage.id())
                .append("schema", 1)
                .append("version", usage.version() + 1)
                .append("currency", usage.currency())
                .append(
                        "shares",
                        usage.shares().entrySet().stream()
                                .map(share ->
                                        new Document("attempt", share.getKey()).append("amount", share.getValue()))
                                .toList());
        if (usage.version() > 0) {
            return usages.replaceOne(
                                    Filters.and(Filters.eq("_id", usage.id()), Filters.eq("version", usage.version())),
                                    changed)
                            .getMatchedCount()
                    == 1;
        }
        try {
            usages.insertOne(changed);
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw taken;
        }
    }
}
