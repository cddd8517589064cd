package io.giaovan.paymentgateway.api.intent;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Metadata;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.paymentgateway.charge.Particulars;
import java.util.Optional;

/** Reads what requests about payment intents say, field by field; each wrong one is refused by name. */
final class IntentForm {
    private static final int DESCRIPTION_LENGTH_MAX = 1_000;
    private static final int EMAIL_LENGTH_MAX = 800;
    private static final int DESCRIPTOR_LENGTH_MAX = 22;

    private IntentForm() {}

    static boolean namesMethod(Form form) {
        return form.has("payment_method") || form.has("payment_method_data") || form.has("payment_method_options");
    }

    /** The one-time password that the buyer typed into the merchant's page. */
    static Optional<String> password(Form form, Charge charge) {
        ChosenMethod method = charge.method();
        if (method == null) {
            return Optional.empty();
        }
        Form options = form.child("payment_method_options").child(method.rail());
        return options.text("code").or(() -> options.text("otp"));
    }

    static Expansion expansion(Form form) {
        return Expansion.of(form, IntentShape.EXPANDABLE);
    }

    /**
     * The amount, if the request has one.
     *
     * @param amountMax most that is taken
     */
    static Optional<Money> amount(Form form, long amountMax) {
        Optional<String> currency = form.text("currency");
        if (currency.isPresent() && !currency.get().equalsIgnoreCase(Money.VND)) {
            throw ApiRefusal.invalid("currency", "Invalid currency: only vnd is taken here.");
        }
        if (form.whole("amount").isEmpty()) {
            return Optional.empty();
        }
        long amount = form.whole("amount").getAsLong();
        if (amount < 1) {
            throw ApiRefusal.invalid(
                    "amount", "parameter_invalid_integer", "This value must be greater than or equal to 1.");
        }
        if (amount > amountMax) {
            throw ApiRefusal.invalid("amount", "amount_too_large", "Amount must be no more than " + amountMax + " vnd");
        }
        return Optional.of(Money.vnd(amount));
    }

    static Optional<CaptureMode> capture(Form form) {
        return form.oneOf("capture_method", "automatic", "automatic_async", "manual")
                .map(word -> word.equals("manual") ? CaptureMode.ON_PROOF : CaptureMode.AUTOMATIC);
    }

    /** What a request notes, over what was noted before; an empty value removes a note. */
    static Particulars particulars(Particulars before, Form form) {
        return before.withNotes(
                form.noted("description", DESCRIPTION_LENGTH_MAX, before.description()),
                Metadata.merged(before.metadata(), form),
                form.noted("receipt_email", EMAIL_LENGTH_MAX, before.receiptEmail()),
                form.noted("statement_descriptor", DESCRIPTOR_LENGTH_MAX, before.statementDescriptor()));
    }
}
