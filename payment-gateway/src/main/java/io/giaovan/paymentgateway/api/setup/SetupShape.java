package io.giaovan.paymentgateway.api.setup;

import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.method.MethodShape;
import io.giaovan.paymentgateway.api.setup.SetupState.Canceled;
import io.giaovan.paymentgateway.api.setup.SetupState.RequiresAction;
import io.giaovan.paymentgateway.api.setup.SetupState.RequiresPaymentMethod;
import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.paymentgateway.charge.Failure;
import io.giaovan.paymentgateway.rail.NextStep;
import io.giaovan.paymentgateway.rail.SealedPhone;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shows a setup intent. */
@Singleton
final class SetupShape {
    private final SetupSecrets secrets;
    private final ApiSettings settings;

    SetupShape(SetupSecrets secrets, ApiSettings settings) {
        this.secrets = secrets;
        this.settings = settings;
    }

    Map<String, Object> shape(SetupIntent intent) {
        ChosenMethod method = intent.method();
        String reason = intent.state() instanceof Canceled canceled ? canceled.reason() : "";
        return ApiObject.of(intent.id(), "setup_intent")
                .none("allowed_payment_method_types", "application", "automatic_payment_methods")
                .put("cancellation_reason", reason.isEmpty() ? null : reason)
                .put("client_secret", secrets.of(intent.id()))
                .put("created", intent.createdAt().getEpochSecond())
                .put("customer", intent.customer())
                .none("customer_account")
                .put("description", intent.description())
                .none("excluded_payment_method_types", "flow_directions")
                .put("last_setup_error", lastError(intent))
                .none("latest_attempt")
                .put("livemode", settings.live())
                .none("mandate")
                .put("metadata", new TreeMap<>(intent.metadata()))
                .put("next_action", nextAction(intent))
                .none("on_behalf_of")
                .put(
                        "payment_method",
                        method == null || intent.state() instanceof RequiresPaymentMethod ? null : method.id())
                .none("payment_method_configuration_details")
                .put("payment_method_options", Map.of())
                .put("payment_method_types", intent.methodTypes())
                .none("single_use_mandate")
                .put("status", intent.state().wireName())
                .put("usage", intent.usage())
                .toMap();
    }

    private static @Nullable Object lastError(SetupIntent intent) {
        if (!(intent.state() instanceof RequiresPaymentMethod(Failure failure)) || failure == null) {
            return null;
        }
        return new ApiObject()
                .put("type", "card_error")
                .put("code", failure.code())
                .put("decline_code", failure.code())
                .put("message", failure.message())
                .toMap();
    }

    private static @Nullable Object nextAction(SetupIntent intent) {
        if (!(intent.state() instanceof RequiresAction(NextStep next, int passwordTries))) {
            return null;
        }
        SealedPhone phone = intent.method() == null ? null : intent.method().phone();
        ApiObject facts = new ApiObject();
        new TreeMap<>(next.facts()).forEach(facts::put);
        facts.put("attempts", passwordTries)
                .put("phone", MethodShape.own(phone).get("phone"))
                .put("expires_at", next.expiresAt().getEpochSecond());
        return Map.of("type", next.type(), next.type(), facts.toMap());
    }
}
