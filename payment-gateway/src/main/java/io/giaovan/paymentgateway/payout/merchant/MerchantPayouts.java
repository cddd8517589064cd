package io.giaovan.paymentgateway.payout.merchant;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Metadata;
import io.giaovan.paymentgateway.api.Paging;
import io.giaovan.paymentgateway.api.search.Picked;
import io.giaovan.paymentgateway.payout.Payout;
import io.giaovan.paymentgateway.payout.PayoutNotes;
import io.giaovan.paymentgateway.payout.Payouts;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What merchants can do with payouts, and platforms for the merchants they connected. */
@Singleton
final class MerchantPayouts {
    private static final int DESCRIPTION_LENGTH_MAX = 1_000;
    private static final int DESCRIPTOR_LENGTH_MAX = 22;

    private final Payouts payouts;
    private final PayoutShape shape;
    private final ApiSettings settings;

    MerchantPayouts(Payouts payouts, PayoutShape shape, ApiSettings settings) {
        this.payouts = payouts;
        this.shape = shape;
        this.settings = settings;
    }

    Map<String, Object> create(ApiCall call, String seed) {
        Form form = call.form();
        form.allow(
                "amount",
                "currency",
                "description",
                "metadata",
                "method",
                "source_type",
                "statement_descriptor",
                "expand");
        Expansion.of(form);
        Money amount = amount(form);
        form.oneOf("method", "standard");
        form.oneOf("source_type", "bank_account", "card");
        PayoutNotes notes = new PayoutNotes(
                form.text("description", DESCRIPTION_LENGTH_MAX).orElse(null),
                form.text("statement_descriptor", DESCRIPTOR_LENGTH_MAX).orElse(null),
                Metadata.merged(Map.of(), form));
        Payout payout = payouts.ask(call.merchantId(), seed, amount, notes)
                .orElseThrow(() -> ApiRefusal.invalid(
                        "amount",
                        "balance_insufficient",
                        "You have insufficient funds in your account for this transfer: the balance is "
                                + payouts.balance(call.merchantId(), amount.currency())
                                        .amount()
                                + " vnd."));
        if (!payout.amount().equals(amount)) {
            throw ApiRefusal.idempotency("The key asked for another payout, " + payout.id() + ".");
        }
        return shape.shape(payout);
    }

    private Money amount(Form form) {
        long amount = form.whole("amount").orElseThrow(() -> ApiRefusal.missing("amount"));
        if (amount < 1 || amount > settings.amountMax()) {
            throw ApiRefusal.invalid("amount", "Invalid amount: must be 1 to " + settings.amountMax());
        }
        if (!form.requiredText("currency").equalsIgnoreCase(Money.VND)) {
            throw ApiRefusal.invalid("currency", "Invalid currency: only vnd is taken here.");
        }
        return Money.vnd(amount);
    }

    Map<String, Object> cancel(ApiCall call, String id) {
        call.form().allow("expand");
        Expansion.of(call.form());
        get(call, id);
        try {
            return shape.shape(payouts.cancel(call.merchantId(), id));
        } catch (ProblemException refused) {
            if (refused.code() != ErrorCode.OUT_OF_SEQUENCE) {
                throw refused;
            }
            throw ApiRefusal.invalid("id", "payouts_not_allowed", String.valueOf(refused.getMessage()));
        }
    }

    Map<String, Object> update(ApiCall call, String id) {
        Form form = call.form();
        form.allow("metadata", "expand");
        Expansion.of(form);
        get(call, id);
        return shape.shape(payouts.annotate(
                call.merchantId(), id, notes -> notes.withMetadata(Metadata.merged(notes.metadata(), form))));
    }

    Map<String, Object> retrieve(ApiCall call, String id) {
        call.form().allow("expand");
        Expansion.of(call.form());
        return shape.shape(get(call, id));
    }

    private Payout get(ApiCall call, String id) {
        return payouts.find(call.merchantId(), id).orElseThrow(() -> ApiRefusal.noSuch("payout", id));
    }

    Map<String, Object> list(ApiCall call) {
        Form form = call.form();
        form.allow("status", "limit", "starting_after", "ending_before", "created", "expand");
        Expansion.ofList(form);
        String[] words = Arrays.stream(PayoutStatus.values())
                .map(status -> status.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        Optional<PayoutStatus> status =
                form.oneOf("status", words).map(word -> PayoutStatus.valueOf(word.toUpperCase(Locale.ROOT)));
        Slice slice = Paging.slice(form);
        Sliced<Payout> found = status.isEmpty()
                ? payouts.list(call.merchantId(), slice)
                : Picked.list(
                        part -> payouts.list(call.merchantId(), part),
                        slice,
                        Payout::id,
                        payout -> payout.status() == status.get());
        return Paging.list("/v1/payouts", found, shape::shape);
    }
}
