package io.giaovan.orderservice.order;

import static io.giaovan.store.document.StoredValues.documentAt;
import static io.giaovan.store.document.StoredValues.instantAt;
import static io.giaovan.store.document.StoredValues.longAt;
import static io.giaovan.store.document.StoredValues.moneyAt;
import static io.giaovan.store.document.StoredValues.required;
import static io.giaovan.store.document.StoredValues.textAt;

import io.giaovan.contracts.delivery.HoldId;
import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.store.document.StoredValues;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Maps orders to documents and back. */
final class OrderDocuments {
    private static final int SCHEMA = 1;

    private OrderDocuments() {}

    static Document write(Order order) {
        return new Document("_id", order.id().value())
                .append("schema", SCHEMA)
                .append("merchantId", order.merchantId().value())
                .append("status", order.status().name())
                .append("placedAt", StoredValues.instant(order.purchase().placedAt()))
                .append("purchase", purchase(order.purchase()))
                .append("promise", promise(order.promise()))
                .append("trackingToken", order.trackingToken())
                .append("state", StateDocuments.write(order.state()))
                .append("charge", ChargeDocuments.write(order.charge()))
                .append("late", order.late())
                .append(
                        "timeline",
                        order.timeline().stream()
                                .map(entry -> new Document("at", StoredValues.instant(entry.at()))
                                        .append("what", entry.what()))
                                .toList())
                .append(
                        "due",
                        order.due().stream()
                                .map(step -> new Document("step", step.step().name()).append("number", step.number()))
                                .toList())
                .append("steps", order.steps())
                .append("search", SearchKey.of(order));
    }

    static Order read(Document stored) {
        return new Order(
                new OrderId(textAt(stored, "_id")),
                new MerchantId(textAt(stored, "merchantId")),
                purchase(documentAt(stored, "purchase")),
                promise(documentAt(stored, "promise")),
                textAt(stored, "trackingToken"),
                StateDocuments.read(documentAt(stored, "state")),
                ChargeDocuments.read(stored.get("charge", Document.class)),
                stored.getBoolean("late", false),
                stored.getList("timeline", Document.class).stream()
                        .map(entry -> new TimelineEntry(instantAt(entry, "at"), textAt(entry, "what")))
                        .toList(),
                stored.getList("due", Document.class).stream()
                        .map(step -> new DueStep(Step.valueOf(textAt(step, "step")), longAt(step, "number")))
                        .toList(),
                longAt(stored, "steps"),
                longAt(stored, "version"));
    }

    private static Document purchase(Purchase purchase) {
        return new Document("channel", purchase.channel())
                .append("externalId", purchase.externalId())
                .append(
                        "lines",
                        purchase.lines().stream().map(OrderDocuments::line).toList())
                .append("buyer", StoredValues.contact(purchase.buyer()))
                .append("address", StoredValues.address(purchase.address()))
                .append("payment", purchase.payment().name())
                .append("phone", purchase.phone())
                .append("deliveryFee", StoredValues.money(purchase.deliveryFee()))
                .append(
                        "load",
                        new Document("grams", purchase.load().grams())
                                .append("cubicCentimetres", purchase.load().cubicCentimetres())
                                .append("pieces", purchase.load().pieces()))
                .append("placedAt", StoredValues.instant(purchase.placedAt()));
    }

    private static Purchase purchase(Document stored) {
        Document load = documentAt(stored, "load");
        List<Document> lines = required(stored.getList("lines", Document.class), "lines");
        return new Purchase(
                textAt(stored, "channel"),
                stored.getString("externalId"),
                lines.stream().map(OrderDocuments::line).toList(),
                StoredValues.contact(documentAt(stored, "buyer")),
                StoredValues.address(documentAt(stored, "address")),
                PaymentKind.valueOf(textAt(stored, "payment")),
                stored.getString("phone"),
                moneyAt(stored, "deliveryFee"),
                new ParcelLoad((int) longAt(load, "grams"), (int) longAt(load, "cubicCentimetres"), (int)
                        longAt(load, "pieces")),
                instantAt(stored, "placedAt"));
    }

    private static Document line(OrderLine line) {
        return new Document("sku", line.sku())
                .append("name", line.name())
                .append("quantity", line.quantity())
                .append("unitPrice", StoredValues.money(line.unitPrice()));
    }

    private static OrderLine line(Document stored) {
        return new OrderLine(
                textAt(stored, "sku"),
                textAt(stored, "name"),
                (int) longAt(stored, "quantity"),
                moneyAt(stored, "unitPrice"));
    }

    private static Document promise(Promise promise) {
        return new Document("window", StoredValues.window(promise.window()))
                .append("hold", promise.hold() == null ? null : promise.hold().value())
                .append("standard", promise.standard());
    }

    private static Promise promise(Document stored) {
        @Nullable String hold = stored.getString("hold");
        return new Promise(
                required(StoredValues.window(stored.get("window", Document.class)), "window"),
                hold == null ? null : new HoldId(hold),
                stored.getBoolean("standard", false));
    }
}
