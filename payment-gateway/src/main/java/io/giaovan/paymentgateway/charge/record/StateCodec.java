package io.giaovan.paymentgateway.charge.record;

import io.giaovan.paymentgateway.charge.Attempt;
import io.giaovan.paymentgateway.charge.ChargeState;
import io.giaovan.paymentgateway.charge.ChargeState.AwaitingCash;
import io.giaovan.paymentgateway.charge.ChargeState.Canceled;
import io.giaovan.paymentgateway.charge.ChargeState.Capturing;
import io.giaovan.paymentgateway.charge.ChargeState.Releasing;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresAction;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresCapture;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresConfirmation;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresPaymentMethod;
import io.giaovan.paymentgateway.charge.ChargeState.Starting;
import io.giaovan.paymentgateway.charge.ChargeState.Succeeded;
import io.giaovan.paymentgateway.charge.ChargeState.Verifying;
import io.giaovan.paymentgateway.charge.Evidence;
import io.giaovan.paymentgateway.rail.NextStep;
import io.giaovan.store.document.StoredValues;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Maps states to documents and back; each is known by its name. */
final class StateCodec {
    private StateCodec() {}

    static Document document(ChargeState state) {
        Document named = new Document("name", state.getClass().getSimpleName());
        return switch (state) {
            case RequiresPaymentMethod unpaid -> named.append("failure", AnswerCodec.document(unpaid.lastFailure()));
            case RequiresConfirmation _, AwaitingCash _ -> named;
            case Starting starting -> named.append("attempt", attempt(starting.attempt()));
            case RequiresAction action ->
                named.append("next", AnswerCodec.document(action.next()))
                        .append("passwordTries", action.passwordTries());
            case Verifying verifying ->
                named.append("attempt", attempt(verifying.attempt()))
                        .append("next", AnswerCodec.document(verifying.next()))
                        .append("passwordTries", verifying.passwordTries());
            case RequiresCapture held -> named.append("heldUntil", Date.from(held.heldUntil()));
            case Capturing capturing ->
                named.append("attempt", attempt(capturing.attempt()))
                        .append("amount", StoredValues.money(capturing.amount()))
                        .append("evidence", evidence(capturing.evidence()));
            case Releasing releasing ->
                named.append("attempt", attempt(releasing.attempt())).append("reason", releasing.reason());
            case Succeeded succeeded -> named.append("evidence", evidence(succeeded.evidence()));
            case Canceled canceled -> named.append("reason", canceled.reason());
        };
    }

    static ChargeState state(Document document) {
        String name = StoredValues.textAt(document, "name");
        return switch (name) {
            case "RequiresPaymentMethod" ->
                new RequiresPaymentMethod(AnswerCodec.failure(document.get("failure", Document.class)));
            case "RequiresConfirmation" -> new RequiresConfirmation();
            case "AwaitingCash" -> new AwaitingCash();
            case "Starting" -> new Starting(attempt(document));
            case "RequiresAction" -> new RequiresAction(next(document), document.getInteger("passwordTries", 0));
            case "Verifying" ->
                new Verifying(attempt(document), next(document), document.getInteger("passwordTries", 0));
            case "RequiresCapture" -> new RequiresCapture(StoredValues.instantAt(document, "heldUntil"));
            case "Capturing" ->
                new Capturing(
                        attempt(document),
                        StoredValues.moneyAt(document, "amount"),
                        StoredValues.required(evidence(document.get("evidence", Document.class)), "evidence"));
            case "Releasing" -> new Releasing(attempt(document), StoredValues.textAt(document, "reason"));
            case "Succeeded" -> new Succeeded(evidence(document.get("evidence", Document.class)));
            case "Canceled" -> new Canceled(StoredValues.textAt(document, "reason"));
            default -> throw new IllegalStateException("stored charge is in an unknown state '" + name + "'");
        };
    }

    static Document attempt(Attempt attempt) {
        return new Document("id", attempt.id())
                .append("owner", attempt.owner())
                .append("claimedUntil", Date.from(attempt.claimedUntil()))
                .append("asked", attempt.asked());
    }

    static Attempt attempt(Document holder) {
        Document document = StoredValues.documentAt(holder, "attempt");
        return new Attempt(
                StoredValues.textAt(document, "id"),
                StoredValues.textAt(document, "owner"),
                StoredValues.instantAt(document, "claimedUntil"),
                document.getInteger("asked", 0));
    }

    private static NextStep next(Document state) {
        return AnswerCodec.next(StoredValues.documentAt(state, "next"));
    }

    private static @Nullable Document evidence(@Nullable Evidence evidence) {
        return evidence == null
                ? null
                : new Document("proofId", evidence.proofId())
                        .append("takenAt", Date.from(evidence.takenAt()))
                        .append("courierId", evidence.courierId());
    }

    private static @Nullable Evidence evidence(@Nullable Document document) {
        return document == null
                ? null
                : new Evidence(
                        StoredValues.textAt(document, "proofId"),
                        StoredValues.instantAt(document, "takenAt"),
                        document.getString("courierId"));
    }
}
