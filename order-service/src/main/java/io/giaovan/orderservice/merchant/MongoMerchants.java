package io.giaovan.orderservice.merchant;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bson.Document;

/** One document per seller. */
@Singleton
final class MongoMerchants implements Merchants {
    private final MongoCollection<Document> merchants;

    MongoMerchants(MongoDatabase database) {
        this.merchants = database.getCollection("merchants");
    }

    @Override
    public Optional<Merchant> find(MerchantId id) {
        return Optional.ofNullable(merchants.find(Filters.eq("_id", id.value())).first())
                .map(MongoMerchants::read);
    }

    @Override
    public Merchant get(MerchantId id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("merchant", id.value()));
    }

    @Override
    public void save(Merchant merchant) {
        merchants.replaceOne(
                Filters.eq("_id", merchant.id().value()),
                new Document("_id", merchant.id().value())
                        .append("schema", 1)
                        .append("name", merchant.name())
                        .append("depot", merchant.depot())
                        .append("pickup", StoredValues.address(merchant.pickup()))
                        .append("contact", StoredValues.contact(merchant.contact()))
                        .append("parcelCarriers", merchant.parcelCarriers())
                        .append(
                                "handBackFee",
                                merchant.handBackFee() == null ? null : StoredValues.money(merchant.handBackFee())),
                new ReplaceOptions().upsert(true));
    }

    private static Merchant read(Document stored) {
        return new Merchant(
                new MerchantId(StoredValues.textAt(stored, "_id")),
                StoredValues.textAt(stored, "name"),
                StoredValues.textAt(stored, "depot"),
                StoredValues.address(StoredValues.documentAt(stored, "pickup")),
                StoredValues.contact(StoredValues.documentAt(stored, "contact")),
                stored.getBoolean("parcelCarriers", false),
                stored.get("handBackFee") == null ? null : StoredValues.moneyAt(stored, "handBackFee"));
    }
}
