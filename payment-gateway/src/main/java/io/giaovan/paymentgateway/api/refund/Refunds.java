package io.giaovan.paymentgateway.api.refund;

import io.giaovan.contracts.money.Money;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Metadata;
import io.giaovan.paymentgateway.api.Paging;
import io.giaovan.paymentgateway.api.charge.ChargeShape;
import io.giaovan.paymentgateway.api.charge.DisputedCharges;
import io.giaovan.paymentgateway.api.charge.RefundShape;
import io.giaovan.paymentgateway.api.intent.Intents;
import io.giaovan.paymentgateway.api.share.ShareForm;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChargeStore;
import io.giaovan.paymentgateway.charge.ChargeStore.ChargedRefund;
import io.giaovan.paymentgateway.charge.Charges;
import io.giaovan.paymentgateway.charge.Refund;
import io.giaovan.store.document.Sliced;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What merchants can do with refunds. */
@Singleton
final class Refunds {
    private static final int ID_LENGTH = 24;

    private final Charges charges;
    private final ChargeStore store;
    private final Intents intents;
    private final DisputedCharges disputes;

    Refunds(Charges charges, ChargeStore store, Intents intents, DisputedCharges disputes) {
        this.charges = charges;
        this.store = store;
        this.intents = intents;
        this.disputes = disputes;
    }

    Map<String, Object> create(ApiCall call, String seed) {
        Form form = call.form();
        form.allow(
                "payment_intent",
                "charge",
                "amount",
                "reason",
                "metadata",
                "reverse_transfer",
                "refund_application_fee",
                "expand");
        Expansion.of(form);
        Charge charge = intents.charge(call, intentOf(form));
        ShareForm.checkTakesBack(form, charge);
        Optional<String> reason = form.oneOf("reason", "duplicate", "fraudulent", "requested_by_customer");
        Map<String, String> metadata = Metadata.merged(Map.of(), form);
        String id =
                "re_" + Secrets.digest(call.merchantId() + "|refund|" + seed).substring(0, ID_LENGTH);
        if (charge.refund(id).isEmpty() && disputes.isDisputed(charge.id())) {
            throw ApiRefusal.invalid(
                    "payment_intent",
                    "charge_disputed",
                    "Charge " + ChargeShape.idOf(charge.id()) + " was disputed; the telecom has given the money back.");
        }
        Money amount = charge.refund(id).map(Refund::amount).orElseGet(() -> amount(form, charge));
        Charge after = charges.refund(
                call.merchantId(),
                charge.id(),
                new Refund.Wish(
                        id,
                        amount,
                        reason.orElse(null),
                        metadata,
                        form.flag("reverse_transfer"),
                        form.flag("refund_application_fee")));
        return RefundShape.shape(after.id(), after.refund(id).orElseThrow());
    }

    private static String intentOf(Form form) {
        Optional<String> intent = form.text("payment_intent");
        Optional<String> charge = form.text("charge");
        if (intent.isEmpty() && charge.isEmpty()) {
            throw ApiRefusal.invalid(
                    "payment_intent",
                    "parameter_missing",
                    "One of the following params should be provided for this request: payment_intent or charge.");
        }
        return intent.orElseGet(() -> ChargeShape.intentOf(charge.orElseThrow()).value());
    }

    private static Money amount(Form form, Charge charge) {
        if (!charge.received().isPositive()) {
            throw ApiRefusal.invalid("payment_intent", charge.id() + " does not have a successful charge to refund.");
        }
        long left = charge.refundable().amount();
        if (left == 0) {
            throw ApiRefusal.invalid(
                    "payment_intent",
                    "charge_already_refunded",
                    "Charge " + ChargeShape.idOf(charge.id()) + " has already been refunded.");
        }
        long amount = form.whole("amount").orElse(left);
        if (amount < 1 || amount > left) {
            throw ApiRefusal.invalid(
                    "amount",
                    "Refund amount (" + amount + ") is outside 1 to " + left + ", what is left of the charge");
        }
        return new Money(amount, charge.amount().currency());
    }

    Map<String, Object> retrieve(ApiCall call, String id) {
        call.form().allow("expand");
        Expansion.of(call.form());
        ChargedRefund found = refund(call, id);
        return RefundShape.shape(found.chargeId(), found.refund());
    }

    Map<String, Object> list(ApiCall call) {
        Form form = call.form();
        form.allow("payment_intent", "charge", "limit", "starting_after", "ending_before", "created", "expand");
        Expansion.ofList(form);
        Sliced<ChargedRefund> found = form.has("payment_intent") || form.has("charge")
                ? store.listRefunds(
                        call.merchantId(), intents.charge(call, intentOf(form)).id(), Paging.slice(form))
                : store.listRefunds(call.merchantId(), Paging.slice(form));
        return Paging.list("/v1/refunds", found, refund -> RefundShape.shape(refund.chargeId(), refund.refund()));
    }

    Map<String, Object> update(ApiCall call, String id) {
        Form form = call.form();
        form.allow("metadata", "expand");
        Expansion.of(form);
        ChargedRefund found = refund(call, id);
        Map<String, String> notes = Metadata.merged(found.refund().metadata(), form);
        Charge after = charges.annotateRefund(call.merchantId(), found.chargeId(), id, notes);
        return RefundShape.shape(after.id(), after.refund(id).orElseThrow());
    }

    /** A refund is sent as soon as it is stored, so there is never one that could still be called back. */
    Map<String, Object> cancel(ApiCall call, String id) {
        call.form().allow("expand");
        ChargedRefund found = refund(call, id);
        throw ApiRefusal.invalid(
                "id",
                "refund_not_cancelable",
                "Refund " + id + " has the status "
                        + found.refund().status().name().toLowerCase(Locale.ROOT)
                        + ". Only a refund that requires_action can be canceled; here each is sent at once.");
    }

    private ChargedRefund refund(ApiCall call, String id) {
        return store.findRefund(call.merchantId(), id).orElseThrow(() -> ApiRefusal.noSuch("refund", id));
    }
}
