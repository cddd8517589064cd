package io.giaovan.paymentgateway.api.share;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.api.share.ApplicationFee.Refunded;
import io.giaovan.paymentgateway.api.shelf.ShelfCodec;
import io.giaovan.store.document.StoredValues;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Maps application fees to documents and back; they belong to the platform. */
final class FeeCodec implements ShelfCodec<ApplicationFee> {
    @Override
    public String id(ApplicationFee fee) {
        return fee.id();
    }

    @Override
    public MerchantId merchantId(ApplicationFee fee) {
        return fee.platform();
    }

    @Override
    public Instant createdAt(ApplicationFee fee) {
        return fee.createdAt();
    }

    @Override
    public long version(ApplicationFee fee) {
        return fee.version();
    }

    @Override
    public Document fields(ApplicationFee fee) {
        return new Document("account", fee.account().value())
                .append("amount", StoredValues.money(fee.amount()))
                .append("charge", fee.charge())
                .append(
                        "refunds",
                        fee.refunds().stream()
                                .map(refund -> new Document("id", refund.id())
                                        .append("amount", StoredValues.money(refund.amount()))
                                        .append("createdAt", Date.from(refund.createdAt())))
                                .toList());
    }

    @Override
    public ApplicationFee read(Document document) {
        return new ApplicationFee(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                new MerchantId(StoredValues.textAt(document, "account")),
                StoredValues.moneyAt(document, "amount"),
                StoredValues.textAt(document, "charge"),
                document.getList("refunds", Document.class, List.of()).stream()
                        .map(refund -> new Refunded(
                                StoredValues.textAt(refund, "id"),
                                StoredValues.moneyAt(refund, "amount"),
                                StoredValues.instantAt(refund, "createdAt")))
                        .toList(),
                StoredValues.instantAt(document, "createdAt"),
                StoredValues.longAt(document, "version"));
    }
}
