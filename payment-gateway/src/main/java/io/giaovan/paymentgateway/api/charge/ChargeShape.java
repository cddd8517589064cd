package io.giaovan.paymentgateway.api.charge;

import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.balance.TransactionShape;
import io.giaovan.paymentgateway.api.method.MethodShape;
import io.giaovan.paymentgateway.charge.Charge;
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
import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.paymentgateway.charge.Failure;
import io.giaovan.paymentgateway.charge.Particulars;
import io.giaovan.paymentgateway.charge.sharing.ShareIds;
import io.giaovan.paymentgateway.charge.sharing.Sharing;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shows what a payment intent took, or tried to take, and how. */
@Singleton
public final class ChargeShape {
    private final BeanProvider<DisputedCharges> disputes;
    private final ApiSettings settings;

    ChargeShape(BeanProvider<DisputedCharges> disputes, ApiSettings settings) {
        this.disputes = disputes;
        this.settings = settings;
    }

    /** Whether a provider held, took or refused anything. */
    public static boolean exists(Charge charge) {
        return charge.received().isPositive()
                || switch (charge.state()) {
                    case RequiresCapture _, Capturing _, Releasing _, Succeeded _ -> true;
                    case RequiresPaymentMethod(Failure failure) -> failure != null;
                    case RequiresConfirmation _,
                            Starting _,
                            RequiresAction _,
                            Verifying _,
                            AwaitingCash _,
                            Canceled _ -> false;
                };
    }

    public static String idOf(ChargeId id) {
        return "ch_" + id.value().substring("pi_".length());
    }

    /** The intent behind {@code ch_…}. */
    public static ChargeId intentOf(String id) {
        if (!id.matches("ch_[A-Za-z0-9_]{1,60}")) {
            throw ApiRefusal.noSuch("charge", id);
        }
        return new ChargeId("pi_" + id.substring("ch_".length()));
    }

    /** Cash has its transaction only when it has come far enough to be the seller's; the list of transactions shows it. */
    private static @Nullable String transactionOf(Charge charge) {
        ChosenMethod method = charge.method();
        return method != null && method.rail().equals("cash")
                ? null
                : TransactionShape.idOf("charge:" + charge.id() + ":captured");
    }

    public Map<String, Object> shape(Charge charge) {
        Particulars particulars = charge.particulars();
        ChosenMethod method = charge.method();
        Failure failure = charge.state() instanceof RequiresPaymentMethod unpaid ? unpaid.lastFailure() : null;
        boolean taken = charge.received().isPositive();
        long refunded = charge.refunded().amount();
        Sharing sharing = particulars.sharing();
        return ApiObject.of(idOf(charge.id()), "charge")
                .put("amount", charge.amount().amount())
                .put("amount_captured", charge.received().amount())
                .put("amount_refunded", refunded)
                .none("application")
                .put(
                        "application_fee",
                        sharing.feeOf(charge.received()).isPositive() ? ShareIds.fee(charge.id()) : null)
                .put("application_fee_amount", SharingShape.fee(sharing))
                .put("balance_transaction", taken ? transactionOf(charge) : null)
                .put("billing_details", noBilling())
                .none("calculated_statement_descriptor")
                .put("captured", taken)
                .put("created", charge.createdAt().getEpochSecond())
                .put("currency", charge.amount().currency().toLowerCase(Locale.ROOT))
                .put("customer", particulars.customer())
                .put("description", particulars.description())
                .put("disputed", taken && disputes.get().isDisputed(charge.id()))
                .none("failure_balance_transaction")
                .put("failure_code", failure == null ? null : failure.code())
                .put("failure_message", failure == null ? null : failure.message())
                .put("fraud_details", Map.of())
                .put("livemode", settings.live())
                .put("metadata", new TreeMap<>(particulars.metadata()))
                .put("on_behalf_of", sharing.onBehalfOf())
                .none("outcome")
                .put("paid", taken || charge.capturable().isPositive())
                .put("payment_intent", charge.id().value())
                .put("payment_method", method == null ? null : method.id())
                .put("payment_method_details", details(method))
                .put("receipt_email", particulars.receiptEmail())
                .none("receipt_number", "receipt_url")
                .put("refunded", taken && refunded == charge.received().amount())
                .none("review", "shipping", "source", "source_transfer")
                .put("statement_descriptor", particulars.statementDescriptor())
                .none("statement_descriptor_suffix")
                .put(
                        "status",
                        failure != null
                                ? "failed"
                                : taken || charge.capturable().isPositive() ? "succeeded" : "pending")
                .putIfPresent(
                        "transfer",
                        sharing.partOf(charge.received()).isPositive() ? ShareIds.transfer(charge.id()) : null)
                .put("transfer_data", SharingShape.data(sharing))
                .put("transfer_group", sharing.group())
                .toMap();
    }

    /** A way to pay; the phone number is shown masked. */
    public Map<String, Object> method(Charge charge, ChosenMethod method) {
        return ApiObject.of(method.id(), "payment_method")
                .put("billing_details", noBilling())
                .put("created", charge.createdAt().getEpochSecond())
                .none("customer", "customer_account")
                .put("livemode", settings.live())
                .put("metadata", Map.of())
                .put("type", method.rail())
                .put(method.rail(), MethodShape.own(method.phone()))
                .toMap();
    }

    private static @Nullable Object details(@Nullable ChosenMethod method) {
        return method == null ? null : Map.of("type", method.rail(), method.rail(), MethodShape.own(method.phone()));
    }

    private static Map<String, Object> noBilling() {
        return new ApiObject()
                .none("address", "email", "name", "phone", "tax_id")
                .toMap();
    }
}
