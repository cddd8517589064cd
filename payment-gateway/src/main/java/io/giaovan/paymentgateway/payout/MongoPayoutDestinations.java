package io.giaovan.paymentgateway.payout;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.rail.SealedPhone;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Destinations in {@code payout_destinations}, by merchant; phones are sealed. */
@Singleton
final class MongoPayoutDestinations implements PayoutDestinations {
    private final MongoCollection<Document> destinations;

    MongoPayoutDestinations(MongoDatabase database) {
        this.destinations = database.getCollection("payout_destinations");
    }

    @Override
    public Optional<SealedPhone> findPhone(MerchantId merchantId) {
        return Optional.ofNullable(
                        destinations.find(Filters.eq("_id", merchantId.value())).first())
                .map(document -> phone(document.get("phone", Document.class)));
    }

    @Override
    public void payToPhone(MerchantId merchantId, SealedPhone phone) {
        destinations.replaceOne(
                Filters.eq("_id", merchantId.value()),
                new Document("_id", merchantId.value()).append("schema", 1).append("phone", document(phone)),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public void payToBank(MerchantId merchantId) {
        destinations.deleteOne(Filters.eq("_id", merchantId.value()));
    }

    static @Nullable Document document(@Nullable SealedPhone phone) {
        return phone == null
                ? null
                : new Document("sealed", phone.sealed())
                        .append("index", phone.index())
                        .append("masked", phone.masked());
    }

    static @Nullable SealedPhone phone(@Nullable Document document) {
        return document == null
                ? null
                : new SealedPhone(
                        StoredValues.textAt(document, "sealed"),
                        StoredValues.textAt(document, "index"),
                        StoredValues.textAt(document, "masked"));
    }
}
