package io.giaovan.orderservice.shipment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static io.giaovan.store.document.StoredValues.moneyAt;
import static io.giaovan.store.document.StoredValues.textAt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bson.Document;

/** One document per parcel. */
@Singleton
final class MongoShipments implements Shipments {
    private final MongoCollection<Document> shipments;

    MongoShipments(MongoDatabase database) {
        this.shipments = database.getCollection("shipments");
    }

    @Override
    public void add(Shipment shipment) {
        try {
            shipments.insertOne(new Document("_id", shipment.parcelCode())
                    .append("schema", 1)
                    .append("merchantId", shipment.merchantId().value())
                    .append("orderId", shipment.orderId().value())
                    .append("carrier", shipment.carrier())
                    .append("trackingCode", shipment.trackingCode())
                    .append("fee", StoredValues.money(shipment.fee())));
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw known;
            }
        }
    }

    @Override
    public Optional<Shipment> find(MerchantId merchantId, String parcelCode) {
        return Optional.ofNullable(shipments
                        .find(and(eq("_id", parcelCode), eq("merchantId", merchantId.value())))
                        .first())
                .map(stored -> new Shipment(
                        textAt(stored, "_id"),
                        new MerchantId(textAt(stored, "merchantId")),
                        new OrderId(textAt(stored, "orderId")),
                        textAt(stored, "carrier"),
                        textAt(stored, "trackingCode"),
                        moneyAt(stored, "fee")));
    }
}
