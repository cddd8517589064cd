package io.giaovan.routingengine.dispatch;

import static io.giaovan.store.document.StoredValues.longAt;
import static io.giaovan.store.document.StoredValues.moneyAt;
import static io.giaovan.store.document.StoredValues.required;
import static io.giaovan.store.document.StoredValues.textAt;

import io.giaovan.contracts.delivery.DoorChoice;
import io.giaovan.contracts.delivery.KeptItem;
import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.store.document.StoredValues;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How it is written down what a buyer may keep and what a buyer kept. */
public final class ChoiceDocuments {
    private ChoiceDocuments() {}

    public static @Nullable Document choice(@Nullable DoorChoice choice) {
        return choice == null
                ? null
                : new Document(
                                "lines",
                                choice.lines().stream()
                                        .map(line -> new Document("sku", line.sku())
                                                .append("name", line.name())
                                                .append("quantity", line.quantity())
                                                .append("unitPrice", StoredValues.money(line.unitPrice())))
                                        .toList())
                        .append("deliveryFee", StoredValues.money(choice.deliveryFee()))
                        .append("handBackFee", StoredValues.money(choice.handBackFee()));
    }

    public static @Nullable DoorChoice choice(@Nullable Document found) {
        return found == null
                ? null
                : new DoorChoice(
                        required(found.getList("lines", Document.class), "lines").stream()
                                .map(line -> new OrderLine(
                                        textAt(line, "sku"),
                                        textAt(line, "name"),
                                        (int) longAt(line, "quantity"),
                                        moneyAt(line, "unitPrice")))
                                .toList(),
                        moneyAt(found, "deliveryFee"),
                        moneyAt(found, "handBackFee"));
    }

    public static @Nullable Document part(@Nullable PartAccepted part) {
        return part == null
                ? null
                : new Document(
                                "kept",
                                part.kept().stream().map(KeptItem::quantity).toList())
                        .append("due", StoredValues.money(part.due()));
    }

    public static @Nullable PartAccepted part(@Nullable Document found) {
        if (found == null) {
            return null;
        }
        int[] line = {0};
        return new PartAccepted(
                required(found.getList("kept", Number.class), "kept").stream()
                        .map(quantity -> new KeptItem(++line[0], quantity.intValue()))
                        .toList(),
                moneyAt(found, "due"));
    }
}
