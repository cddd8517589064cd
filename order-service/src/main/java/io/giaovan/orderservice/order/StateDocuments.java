package io.giaovan.orderservice.order;

import static io.giaovan.store.document.StoredValues.documentAt;
import static io.giaovan.store.document.StoredValues.instantAt;
import static io.giaovan.store.document.StoredValues.longAt;
import static io.giaovan.store.document.StoredValues.moneyAt;
import static io.giaovan.store.document.StoredValues.required;
import static io.giaovan.store.document.StoredValues.textAt;

import io.giaovan.contracts.delivery.KeptItem;
import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.orderservice.order.OrderState.AwaitingPayment;
import io.giaovan.orderservice.order.OrderState.Cancelled;
import io.giaovan.orderservice.order.OrderState.Delivered;
import io.giaovan.orderservice.order.OrderState.OutForDelivery;
import io.giaovan.orderservice.order.OrderState.Packed;
import io.giaovan.orderservice.order.OrderState.Received;
import io.giaovan.orderservice.order.OrderState.Returned;
import io.giaovan.orderservice.order.OrderState.Returning;
import io.giaovan.store.document.StoredValues;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Maps the states of an order to documents and back. */
final class StateDocuments {
    private StateDocuments() {}

    static Document write(OrderState state) {
        Document kind = new Document("kind", state.status().name()).append("parcel", state.parcelCode());
        return switch (state) {
            case AwaitingPayment s -> kind.append("payBy", StoredValues.instant(s.payBy()));
            case Received _ -> kind;
            case Packed s -> kind.append("cancellation", cancellation(s.withdrawal()));
            case OutForDelivery s -> kind.append("failedAttempts", s.failedAttempts());
            case Delivered s ->
                kind.append("handover", handover(s.handover()))
                        .append("restBackAt", s.restBackAt() == null ? null : StoredValues.instant(s.restBackAt()));
            case Returning s -> kind.append("reason", s.reason());
            case Returned s -> kind.append("at", StoredValues.instant(s.at()));
            case Cancelled s ->
                kind.append("cancellation", cancellation(s.cancellation())).append("at", StoredValues.instant(s.at()));
        };
    }

    static OrderState read(Document stored) {
        return switch (OrderStatus.valueOf(textAt(stored, "kind"))) {
            case AWAITING_PAYMENT -> new AwaitingPayment(instantAt(stored, "payBy"));
            case RECEIVED -> new Received();
            case PACKED ->
                new Packed(textAt(stored, "parcel"), findCancellation(stored.get("cancellation", Document.class)));
            case OUT_FOR_DELIVERY ->
                new OutForDelivery(textAt(stored, "parcel"), (int) longAt(stored, "failedAttempts"));
            case DELIVERED ->
                new Delivered(
                        textAt(stored, "parcel"),
                        handover(documentAt(stored, "handover")),
                        stored.get("restBackAt") == null ? null : instantAt(stored, "restBackAt"));
            case RETURNING -> new Returning(textAt(stored, "parcel"), textAt(stored, "reason"));
            case RETURNED -> new Returned(textAt(stored, "parcel"), instantAt(stored, "at"));
            case CANCELLED ->
                new Cancelled(
                        readCancellation(documentAt(stored, "cancellation")),
                        instantAt(stored, "at"),
                        stored.getString("parcel"));
        };
    }

    private static @Nullable Document cancellation(@Nullable Cancellation cancellation) {
        return cancellation == null
                ? null
                : new Document("by", cancellation.by().name()).append("reason", cancellation.reason());
    }

    private static @Nullable Cancellation findCancellation(@Nullable Document stored) {
        return stored == null ? null : readCancellation(stored);
    }

    private static Cancellation readCancellation(Document stored) {
        return new Cancellation(Cancellation.By.valueOf(textAt(stored, "by")), textAt(stored, "reason"));
    }

    private static Document handover(Handover handover) {
        Proof proof = handover.proof();
        return new Document("at", StoredValues.instant(handover.at()))
                .append(
                        "proof",
                        new Document("proofId", proof.proofId())
                                .append("kind", proof.kind().name())
                                .append("sha256", proof.sha256())
                                .append("takenAt", StoredValues.instant(proof.takenAt()))
                                .append("takenNear", StoredValues.point(proof.takenNear()))
                                .append("part", part(proof.part())))
                .append("cash", handover.cash() == null ? null : StoredValues.money(handover.cash()))
                .append("cashHolder", handover.cashHolder());
    }

    private static Handover handover(Document stored) {
        Document proof = documentAt(stored, "proof");
        Document cash = stored.get("cash", Document.class);
        return new Handover(
                instantAt(stored, "at"),
                new Proof(
                        textAt(proof, "proofId"),
                        ProofKind.valueOf(textAt(proof, "kind")),
                        textAt(proof, "sha256"),
                        instantAt(proof, "takenAt"),
                        StoredValues.point(proof.get("takenNear", Document.class)),
                        part(proof.get("part", Document.class))),
                cash == null ? null : StoredValues.money(cash),
                stored.getString("cashHolder"));
    }

    private static @Nullable Document part(@Nullable PartAccepted part) {
        return part == null
                ? null
                : new Document(
                                "kept",
                                part.kept().stream().map(KeptItem::quantity).toList())
                        .append("due", StoredValues.money(part.due()));
    }

    private static @Nullable PartAccepted part(@Nullable Document stored) {
        if (stored == null) {
            return null;
        }
        List<KeptItem> kept = new ArrayList<>();
        for (Number quantity : required(stored.getList("kept", Number.class), "kept")) {
            kept.add(new KeptItem(kept.size() + 1, quantity.intValue()));
        }
        return new PartAccepted(kept, moneyAt(stored, "due"));
    }
}
