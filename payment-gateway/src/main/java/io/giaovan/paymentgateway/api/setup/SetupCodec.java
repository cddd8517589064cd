package io.giaovan.paymentgateway.api.setup;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.api.setup.SetupState.Canceled;
import io.giaovan.paymentgateway.api.setup.SetupState.RequiresAction;
import io.giaovan.paymentgateway.api.setup.SetupState.RequiresConfirmation;
import io.giaovan.paymentgateway.api.setup.SetupState.RequiresPaymentMethod;
import io.giaovan.paymentgateway.api.setup.SetupState.Starting;
import io.giaovan.paymentgateway.api.setup.SetupState.Succeeded;
import io.giaovan.paymentgateway.api.setup.SetupState.Verifying;
import io.giaovan.paymentgateway.api.shelf.Pairs;
import io.giaovan.paymentgateway.api.shelf.ShelfCodec;
import io.giaovan.paymentgateway.charge.Failure;
import io.giaovan.paymentgateway.charge.record.AnswerCodec;
import io.giaovan.paymentgateway.charge.record.MethodCodec;
import io.giaovan.paymentgateway.rail.NextStep;
import io.giaovan.store.document.StoredValues;
import java.time.Instant;
import java.util.List;
import org.bson.Document;

/** Maps setup intents to documents and back; each state is known by its name. */
final class SetupCodec implements ShelfCodec<SetupIntent> {
    @Override
    public String id(SetupIntent intent) {
        return intent.id();
    }

    @Override
    public MerchantId merchantId(SetupIntent intent) {
        return intent.merchantId();
    }

    @Override
    public Instant createdAt(SetupIntent intent) {
        return intent.createdAt();
    }

    @Override
    public long version(SetupIntent intent) {
        return intent.version();
    }

    @Override
    public Document fields(SetupIntent intent) {
        return new Document("state", state(intent.state()))
                .append("method", MethodCodec.document(intent.method()))
                .append("customer", intent.customer())
                .append("usage", intent.usage())
                .append("description", intent.description())
                .append("metadata", Pairs.documents(intent.metadata()))
                .append("methodTypes", intent.methodTypes())
                .append("attempts", intent.attempts())
                .append("reference", intent.reference())
                .append("authorization", intent.authorization())
                .append("holding", intent.holding());
    }

    @Override
    public SetupIntent read(Document document) {
        return new SetupIntent(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                state(StoredValues.documentAt(document, "state")),
                MethodCodec.method(document.get("method", Document.class)),
                document.getString("customer"),
                StoredValues.textAt(document, "usage"),
                document.getString("description"),
                Pairs.read(document, "metadata"),
                document.getList("methodTypes", String.class, List.of()),
                document.getInteger("attempts", 0),
                document.getString("reference"),
                document.getString("authorization"),
                document.getBoolean("holding", false),
                StoredValues.instantAt(document, "createdAt"),
                StoredValues.longAt(document, "version"));
    }

    private static Document state(SetupState state) {
        Document named = new Document("name", state.getClass().getSimpleName());
        return switch (state) {
            case RequiresPaymentMethod(Failure failure) -> named.append("failure", AnswerCodec.document(failure));
            case RequiresConfirmation _, Starting _, Succeeded _ -> named;
            case RequiresAction action ->
                named.append("next", AnswerCodec.document(action.next()))
                        .append("passwordTries", action.passwordTries());
            case Verifying verifying ->
                named.append("next", AnswerCodec.document(verifying.next()))
                        .append("passwordTries", verifying.passwordTries());
            case Canceled canceled -> named.append("reason", canceled.reason());
        };
    }

    private static SetupState state(Document document) {
        String name = StoredValues.textAt(document, "name");
        return switch (name) {
            case "RequiresPaymentMethod" ->
                new RequiresPaymentMethod(AnswerCodec.failure(document.get("failure", Document.class)));
            case "RequiresConfirmation" -> new RequiresConfirmation();
            case "Starting" -> new Starting();
            case "RequiresAction" -> new RequiresAction(next(document), document.getInteger("passwordTries", 0));
            case "Verifying" -> new Verifying(next(document), document.getInteger("passwordTries", 0));
            case "Succeeded" -> new Succeeded();
            case "Canceled" -> new Canceled(StoredValues.textAt(document, "reason"));
            default -> throw new IllegalStateException("stored setup intent is in an unknown state '" + name + "'");
        };
    }

    private static NextStep next(Document state) {
        return AnswerCodec.next(StoredValues.documentAt(state, "next"));
    }
}
