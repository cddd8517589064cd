package io.giaovan.paymentgateway.api.connect;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.api.connect.MerchantTransfer.Reversal;
import io.giaovan.paymentgateway.api.shelf.Pairs;
import io.giaovan.paymentgateway.api.shelf.ShelfCodec;
import io.giaovan.store.document.StoredValues;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Maps transfers between merchants to documents and back. */
final class TransferCodec implements ShelfCodec<MerchantTransfer> {
    @Override
    public String id(MerchantTransfer transfer) {
        return transfer.id();
    }

    @Override
    public MerchantId merchantId(MerchantTransfer transfer) {
        return transfer.merchantId();
    }

    @Override
    public Instant createdAt(MerchantTransfer transfer) {
        return transfer.createdAt();
    }

    @Override
    public long version(MerchantTransfer transfer) {
        return transfer.version();
    }

    @Override
    public Document fields(MerchantTransfer transfer) {
        return new Document("destination", transfer.destination())
                .append("amount", StoredValues.money(transfer.amount()))
                .append("description", transfer.description())
                .append("group", transfer.group())
                .append("source", transfer.source())
                .append("metadata", Pairs.documents(transfer.metadata()))
                .append("booked", transfer.booked())
                .append(
                        "reversals",
                        transfer.reversals().stream()
                                .map(reversal -> new Document("id", reversal.id())
                                        .append("amount", StoredValues.money(reversal.amount()))
                                        .append("metadata", Pairs.documents(reversal.metadata()))
                                        .append("booked", reversal.booked())
                                        .append("createdAt", Date.from(reversal.createdAt())))
                                .toList());
    }

    @Override
    public MerchantTransfer read(Document document) {
        return new MerchantTransfer(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                StoredValues.textAt(document, "destination"),
                StoredValues.moneyAt(document, "amount"),
                document.getString("description"),
                document.getString("group"),
                document.getString("source"),
                Pairs.read(document, "metadata"),
                document.getBoolean("booked", false),
                document.getList("reversals", Document.class, List.of()).stream()
                        .map(reversal -> new Reversal(
                                StoredValues.textAt(reversal, "id"),
                                StoredValues.moneyAt(reversal, "amount"),
                                Pairs.read(reversal, "metadata"),
                                reversal.getBoolean("booked", false),
                                StoredValues.instantAt(reversal, "createdAt")))
                        .toList(),
                StoredValues.instantAt(document, "createdAt"),
                StoredValues.longAt(document, "version"));
    }
}
