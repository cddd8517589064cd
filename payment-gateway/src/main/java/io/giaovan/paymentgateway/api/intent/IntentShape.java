package io.giaovan.paymentgateway.api.intent;

import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.charge.ChargeShape;
import io.giaovan.paymentgateway.api.charge.SharingShape;
import io.giaovan.paymentgateway.api.customer.Customers;
import io.giaovan.paymentgateway.api.method.SavedMethods;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChargeState.Canceled;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresAction;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresCapture;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresPaymentMethod;
import io.giaovan.paymentgateway.charge.ChargeViews;
import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.paymentgateway.charge.ClientSecrets;
import io.giaovan.paymentgateway.charge.Failure;
import io.giaovan.paymentgateway.charge.Particulars;
import io.giaovan.paymentgateway.rail.NextStep;
import io.giaovan.paymentgateway.rail.SealedPhone;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shows a charge as a payment intent. */
@Singleton
final class IntentShape {
    /** Words that the API knows for a reason; ours for other reasons are told as {@code automatic}. */
    private static final Set<String> REASONS =
            Set.of("abandoned", "duplicate", "fraudulent", "requested_by_customer", "expired");

    static final String EXPANDABLE_CHARGE = "latest_charge";
    static final String EXPANDABLE_METHOD = "payment_method";
    static final String EXPANDABLE_CUSTOMER = "customer";
    static final String[] EXPANDABLE = {EXPANDABLE_CHARGE, EXPANDABLE_METHOD, EXPANDABLE_CUSTOMER};

    private final ChargeShape charges;
    private final SavedMethods saved;
    private final Customers customers;
    private final ChargeViews views;
    private final ClientSecrets secrets;
    private final ApiSettings settings;

    IntentShape(
            ChargeShape charges,
            SavedMethods saved,
            Customers customers,
            ChargeViews views,
            ClientSecrets secrets,
            ApiSettings settings) {
        this.charges = charges;
        this.saved = saved;
        this.customers = customers;
        this.views = views;
        this.secrets = secrets;
        this.settings = settings;
    }

    Map<String, Object> shape(Charge charge) {
        return shape(charge, Expansion.none());
    }

    Map<String, Object> shape(Charge charge, Expansion expansion) {
        Particulars particulars = charge.particulars();
        return ApiObject.of(charge.id().value(), "payment_intent")
                .put("allowed_payment_method_types", null)
                .put("amount", charge.amount().amount())
                .put("amount_capturable", charge.capturable().amount())
                .put("amount_details", Map.of("tip", Map.of()))
                .put("amount_received", charge.received().amount())
                .none("application")
                .put("application_fee_amount", SharingShape.fee(particulars.sharing()))
                .none("automatic_payment_methods")
                .put("canceled_at", canceledAt(charge))
                .put("cancellation_reason", reason(charge))
                .put("capture_method", captureMethod(charge))
                .put("client_secret", secrets.of(charge.id()))
                .put("confirmation_method", particulars.confirmationManual() ? "manual" : "automatic")
                .put("created", charge.createdAt().getEpochSecond())
                .put("currency", charge.amount().currency().toLowerCase(Locale.ROOT))
                .put("customer", customer(charge, expansion))
                .none("customer_account")
                .put("description", particulars.description())
                .none("excluded_payment_method_types")
                .put("last_payment_error", lastError(charge))
                .put("latest_charge", latestCharge(charge, expansion))
                .put("livemode", settings.live())
                .none("managed_payments")
                .put("metadata", new TreeMap<>(particulars.metadata()))
                .put("next_action", nextAction(charge))
                .put("on_behalf_of", particulars.sharing().onBehalfOf())
                .put("payment_method", method(charge, expansion))
                .none("payment_method_configuration_details")
                .put("payment_method_options", Map.of())
                .put("payment_method_types", particulars.methodTypes())
                .none("payment_record", "processing")
                .put("receipt_email", particulars.receiptEmail())
                .none("review", "setup_future_usage", "shipping", "source")
                .put("statement_descriptor", particulars.statementDescriptor())
                .none("statement_descriptor_suffix")
                .put("status", status(charge))
                .put("transfer_data", SharingShape.terms(particulars.sharing()))
                .put("transfer_group", particulars.sharing().group())
                .toMap();
    }

    /** Money that is held on its way to an automatic capture is still being processed. */
    static String status(Charge charge) {
        return charge.state() instanceof RequiresCapture && charge.capturable().isZero()
                ? "processing"
                : charge.state().wireName();
    }

    private static String captureMethod(Charge charge) {
        return switch (charge.capture()) {
            case AUTOMATIC -> "automatic";
            case ON_PROOF -> "manual";
        };
    }

    private static @Nullable Long canceledAt(Charge charge) {
        return charge.state() instanceof Canceled && charge.endedAt() != null
                ? (Long) charge.endedAt().getEpochSecond()
                : null;
    }

    private static @Nullable String reason(Charge charge) {
        if (!(charge.state() instanceof Canceled canceled) || canceled.reason().isEmpty()) {
            return null;
        }
        return REASONS.contains(canceled.reason()) ? canceled.reason() : "automatic";
    }

    private @Nullable Object lastError(Charge charge) {
        if (!(charge.state() instanceof RequiresPaymentMethod(Failure failure)) || failure == null) {
            return null;
        }
        ChosenMethod method = charge.method();
        return new ApiObject()
                .put("type", "card_error")
                .put("code", failure.code())
                .put("decline_code", failure.code())
                .put("message", failure.message())
                .putIfPresent("payment_method", method == null ? null : charges.method(charge, method))
                .toMap();
    }

    private @Nullable Object latestCharge(Charge charge, Expansion expansion) {
        if (!ChargeShape.exists(charge)) {
            return null;
        }
        return expansion.has(EXPANDABLE_CHARGE) ? charges.shape(charge) : ChargeShape.idOf(charge.id());
    }

    /** A way to pay that failed is not kept: the next confirmation names one again. */
    private @Nullable Object method(Charge charge, Expansion expansion) {
        ChosenMethod method = charge.method();
        if (method == null || charge.state() instanceof RequiresPaymentMethod) {
            return null;
        }
        if (!expansion.has(EXPANDABLE_METHOD)) {
            return method.id();
        }
        return saved.shown(charge.merchantId(), method.id()).orElseGet(() -> charges.method(charge, method));
    }

    private @Nullable Object customer(Charge charge, Expansion expansion) {
        String id = charge.particulars().customer();
        if (id == null || !expansion.has(EXPANDABLE_CUSTOMER)) {
            return id;
        }
        return customers.shown(charge.merchantId(), id).orElse(null);
    }

    private @Nullable Object nextAction(Charge charge) {
        if (!(charge.state() instanceof RequiresAction(NextStep next, int passwordTries))) {
            return null;
        }
        ApiObject facts = new ApiObject();
        new TreeMap<>(next.facts()).forEach(facts::put);
        SealedPhone phone = charge.method() == null ? null : charge.method().phone();
        String page = views.instructionsUrl(charge);
        if (next.facts().containsKey("data")) {
            facts.put("image_url_png", page.replaceFirst("\\?", "/code.png?"))
                    .put("image_url_svg", page.replaceFirst("\\?", "/code.svg?"))
                    .put(
                            "amount_remaining",
                            charge.amount().minus(charge.transferred()).amount());
        } else if (phone != null) {
            facts.put("attempts", passwordTries).put("phone", phone.toString());
        }
        facts.put("hosted_instructions_url", page)
                .put("expires_at", next.expiresAt().getEpochSecond());
        return Map.of("type", next.type(), next.type(), facts.toMap());
    }
}
