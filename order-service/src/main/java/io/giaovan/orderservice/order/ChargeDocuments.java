package io.giaovan.orderservice.order;

import static io.giaovan.store.document.StoredValues.instantAt;
import static io.giaovan.store.document.StoredValues.moneyAt;
import static io.giaovan.store.document.StoredValues.textAt;

import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.NextAction;
import io.giaovan.store.document.StoredValues;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Maps what we know of a charge to a document and back. */
final class ChargeDocuments {
    private ChargeDocuments() {}

    static @Nullable Document write(@Nullable ChargeView charge) {
        return charge == null
                ? null
                : new Document("id", charge.id().value())
                        .append("orderId", charge.orderId().value())
                        .append("method", charge.method().name())
                        .append("status", charge.status().name())
                        .append("amount", StoredValues.money(charge.amount()))
                        .append("received", StoredValues.money(charge.received()))
                        .append("refunded", StoredValues.money(charge.refunded()))
                        .append("nextAction", nextAction(charge.nextAction()))
                        .append("failureCode", charge.failureCode());
    }

    static @Nullable ChargeView read(@Nullable Document stored) {
        return stored == null
                ? null
                : new ChargeView(
                        new ChargeId(textAt(stored, "id")),
                        new OrderId(textAt(stored, "orderId")),
                        ChargeMethod.valueOf(textAt(stored, "method")),
                        ChargeStatus.valueOf(textAt(stored, "status")),
                        moneyAt(stored, "amount"),
                        moneyAt(stored, "received"),
                        moneyAt(stored, "refunded"),
                        nextAction(stored.get("nextAction", Document.class)),
                        stored.getString("failureCode"));
    }

    private static @Nullable Document nextAction(@Nullable NextAction action) {
        return action == null
                ? null
                : new Document("type", action.type())
                        .append("qrData", action.qrData())
                        .append("instructionsUrl", action.instructionsUrl())
                        .append("expiresAt", StoredValues.instant(action.expiresAt()));
    }

    private static @Nullable NextAction nextAction(@Nullable Document stored) {
        return stored == null
                ? null
                : new NextAction(
                        textAt(stored, "type"),
                        stored.getString("qrData"),
                        stored.getString("instructionsUrl"),
                        instantAt(stored, "expiresAt"));
    }
}
