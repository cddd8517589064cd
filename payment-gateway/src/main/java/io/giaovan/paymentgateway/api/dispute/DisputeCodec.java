package io.giaovan.paymentgateway.api.dispute;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.access.Sealing;
import io.giaovan.paymentgateway.api.ApiJson;
import io.giaovan.paymentgateway.api.dispute.Dispute.Status;
import io.giaovan.paymentgateway.api.shelf.Pairs;
import io.giaovan.paymentgateway.api.shelf.ShelfCodec;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** Maps disputes to documents and back; evidence is sealed, because it tells of buyers. */
@Singleton
final class DisputeCodec implements ShelfCodec<Dispute> {
    static final String CHARGE = "charge";

    private final Sealing sealing;
    private final ApiJson json;

    DisputeCodec(HouseSettings house, ApiJson json) {
        this.sealing = new Sealing("evidence", house.key());
        this.json = json;
    }

    @Override
    public String id(Dispute dispute) {
        return dispute.id();
    }

    @Override
    public MerchantId merchantId(Dispute dispute) {
        return dispute.merchantId();
    }

    @Override
    public Instant createdAt(Dispute dispute) {
        return dispute.createdAt();
    }

    @Override
    public long version(Dispute dispute) {
        return dispute.version();
    }

    @Override
    public Document fields(Dispute dispute) {
        return new Document(CHARGE, dispute.chargeId().value())
                .append("amount", StoredValues.money(dispute.amount()))
                .append("reason", dispute.reason())
                .append("status", dispute.status().name())
                .append("evidence", sealing.seal(json.write(new TreeMap<>(dispute.evidence()))))
                .append("submissions", dispute.submissions())
                .append("metadata", Pairs.documents(dispute.metadata()))
                .append("dueBy", Date.from(dispute.dueBy()));
    }

    @Override
    public Dispute read(Document document) {
        Map<String, String> evidence = new TreeMap<>();
        json.read(sealing.open(StoredValues.textAt(document, "evidence")))
                .forEach((name, words) -> evidence.put(name, String.valueOf(words)));
        return new Dispute(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                new ChargeId(StoredValues.textAt(document, CHARGE)),
                StoredValues.moneyAt(document, "amount"),
                StoredValues.textAt(document, "reason"),
                Status.valueOf(StoredValues.textAt(document, "status")),
                evidence,
                document.getInteger("submissions", 0),
                Pairs.read(document, "metadata"),
                StoredValues.instantAt(document, "dueBy"),
                StoredValues.instantAt(document, "createdAt"),
                StoredValues.longAt(document, "version"));
    }
}
