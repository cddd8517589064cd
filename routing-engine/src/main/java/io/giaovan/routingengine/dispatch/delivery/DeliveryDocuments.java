package io.giaovan.routingengine.dispatch.delivery;

import static io.giaovan.store.document.StoredValues.documentAt;
import static io.giaovan.store.document.StoredValues.instantAt;
import static io.giaovan.store.document.StoredValues.longAt;
import static io.giaovan.store.document.StoredValues.moneyAt;
import static io.giaovan.store.document.StoredValues.required;
import static io.giaovan.store.document.StoredValues.textAt;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DeliveryRequest;
import io.giaovan.contracts.delivery.DeliveryStatus;
import io.giaovan.contracts.delivery.FailureReason;
import io.giaovan.contracts.delivery.HoldId;
import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.routingengine.dispatch.ChoiceDocuments;
import io.giaovan.routingengine.dispatch.Forecast;
import io.giaovan.routingengine.dispatch.StopRef;
import io.giaovan.store.document.StoredValues;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How a delivery is written down. */
final class DeliveryDocuments {
    private DeliveryDocuments() {}

    static Document document(Delivery delivery) {
        DeliveryRequest request = delivery.request();
        HoldId hold = request.hold();
        return new Document("_id", request.id().value())
                .append("schema", 1)
                .append("merchantId", request.merchantId().value())
                .append("orderId", request.orderId().value())
                .append("parcelCode", request.parcelCode())
                .append("depot", request.depot())
                .append("address", StoredValues.address(request.address()))
                .append("recipient", StoredValues.contact(request.recipient()))
                .append("promised", StoredValues.window(request.promised()))
                .append("grams", request.load().grams())
                .append("cubicCentimetres", request.load().cubicCentimetres())
                .append("pieces", request.load().pieces())
                .append("cashToCollect", StoredValues.money(request.cashToCollect()))
                .append("readyAt", StoredValues.instant(request.readyAt()))
                .append("hold", hold == null ? null : hold.value())
                .append("choice", ChoiceDocuments.choice(request.choice()))
                .append("bookDay", delivery.bookDay().toString())
                .append("due", delivery.due().toString())
                .append("attempt", delivery.attempt())
                .append("late", delivery.late())
                .append("state", state(delivery.state()));
    }

    static Delivery delivery(Document found) {
        String hold = found.getString("hold");
        return new Delivery(
                new DeliveryRequest(
                        new DeliveryId(textAt(found, "_id")),
                        new MerchantId(textAt(found, "merchantId")),
                        new OrderId(textAt(found, "orderId")),
                        textAt(found, "parcelCode"),
                        textAt(found, "depot"),
                        StoredValues.address(documentAt(found, "address")),
                        StoredValues.contact(documentAt(found, "recipient")),
                        required(StoredValues.window(documentAt(found, "promised")), "promised"),
                        new ParcelLoad((int) longAt(found, "grams"), (int) longAt(found, "cubicCentimetres"), (int)
                                longAt(found, "pieces")),
                        moneyAt(found, "cashToCollect"),
                        instantAt(found, "readyAt"),
                        hold == null ? null : new HoldId(hold),
                        ChoiceDocuments.choice((@Nullable Document) found.get("choice", Document.class))),
                LocalDate.parse(textAt(found, "bookDay")),
                LocalDate.parse(textAt(found, "due")),
                (int) longAt(found, "attempt"),
                required(found.getBoolean("late"), "late"),
                state(documentAt(found, "state")),
                longAt(found, "version"));
    }

    private static Document state(DeliveryState state) {
        Document document = new Document("status", state.status().name());
        return switch (state) {
            case DeliveryState.Requested _ -> document;
            case DeliveryState.Planned planned -> forecast(document, planned.stop(), planned.forecast());
            case DeliveryState.OutForDelivery out -> forecast(document, out.stop(), out.forecast());
            case DeliveryState.Arrived arrived ->
                document.append("stop", arrived.stop().toString()).append("at", StoredValues.instant(arrived.at()));
            case DeliveryState.Delivered done ->
                handedOver(document, done.stop(), done.proof(), done.cash(), done.at());
            case DeliveryState.PartlyDelivered partly ->
                handedOver(document, partly.stop(), partly.proof(), partly.cash(), partly.at());
            case DeliveryState.RestReturned rest ->
                handedOver(document, rest.stop(), rest.proof(), rest.cash(), rest.at());
            case DeliveryState.AttemptFailed failed ->
                document.append("stop", failed.stop().toString())
                        .append("reason", failed.reason().name())
                        .append("at", StoredValues.instant(failed.at()));
            case DeliveryState.Returning returning ->
                document.append("stop", returning.stop().toString())
                        .append("reason", returning.reason().name())
                        .append("at", StoredValues.instant(returning.at()));
            case DeliveryState.Returned returned -> document.append("at", StoredValues.instant(returned.at()));
            case DeliveryState.Cancelled cancelled -> document.append("at", StoredValues.instant(cancelled.at()));
        };
    }

    private static DeliveryState state(Document found) {
        return switch (DeliveryStatus.valueOf(textAt(found, "status"))) {
            case REQUESTED -> new DeliveryState.Requested();
            case PLANNED -> new DeliveryState.Planned(stop(found), forecast(found));
            case OUT_FOR_DELIVERY -> new DeliveryState.OutForDelivery(stop(found), forecast(found));
            case ARRIVED -> new DeliveryState.Arrived(stop(found), instantAt(found, "at"));
            case DELIVERED ->
                new DeliveryState.Delivered(
                        stop(found), proof(documentAt(found, "proof")), moneyAt(found, "cash"), instantAt(found, "at"));
            case PARTLY_DELIVERED ->
                new DeliveryState.PartlyDelivered(
                        stop(found), proof(documentAt(found, "proof")), moneyAt(found, "cash"), instantAt(found, "at"));
            case REST_RETURNED ->
                new DeliveryState.RestReturned(
                        stop(found), proof(documentAt(found, "proof")), moneyAt(found, "cash"), instantAt(found, "at"));
            case ATTEMPT_FAILED -> new DeliveryState.AttemptFailed(stop(found), reason(found), instantAt(found, "at"));
            case RETURNING -> new DeliveryState.Returning(stop(found), reason(found), instantAt(found, "at"));
            case RETURNED -> new DeliveryState.Returned(instantAt(found, "at"));
            case CANCELLED -> new DeliveryState.Cancelled(instantAt(found, "at"));
        };
    }

    private static Document handedOver(Document document, StopRef stop, Proof proof, Money cash, Instant at) {
        return document.append("stop", stop.toString())
                .append("proof", proof(proof))
                .append("cash", StoredValues.money(cash))
                .append("at", StoredValues.instant(at));
    }

    private static Document forecast(Document document, StopRef stop, Forecast forecast) {
        return document.append("stop", stop.toString())
                .append("expected", StoredValues.window(forecast.expected()))
                .append("stopsBefore", forecast.stopsBefore())
                .append("expectedLate", forecast.late());
    }

    private static Forecast forecast(Document found) {
        return new Forecast(
                required(StoredValues.window(documentAt(found, "expected")), "expected"),
                (int) longAt(found, "stopsBefore"),
                required(found.getBoolean("expectedLate"), "expectedLate"));
    }

    private static Document proof(Proof proof) {
        return new Document("proofId", proof.proofId())
                .append("kind", proof.kind().name())
                .append("sha256", proof.sha256())
                .append("takenAt", StoredValues.instant(proof.takenAt()))
                .append("takenNear", StoredValues.point(proof.takenNear()))
                .append("part", ChoiceDocuments.part(proof.part()));
    }

    private static Proof proof(Document found) {
        return new Proof(
                textAt(found, "proofId"),
                ProofKind.valueOf(textAt(found, "kind")),
                textAt(found, "sha256"),
                instantAt(found, "takenAt"),
                StoredValues.point((@Nullable Document) found.get("takenNear", Document.class)),
                ChoiceDocuments.part((@Nullable Document) found.get("part", Document.class)));
    }

    private static StopRef stop(Document found) {
        return StopRef.of(textAt(found, "stop"));
    }

    private static FailureReason reason(Document found) {
        return FailureReason.valueOf(textAt(found, "reason"));
    }
}
