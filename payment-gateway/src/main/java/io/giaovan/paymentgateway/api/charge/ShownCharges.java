package io.giaovan.paymentgateway.api.charge;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Metadata;
import io.giaovan.paymentgateway.api.Paging;
import io.giaovan.paymentgateway.api.search.Picked;
import io.giaovan.paymentgateway.api.search.SearchFields;
import io.giaovan.paymentgateway.api.search.SearchFields.Kind;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChargeStore;
import io.giaovan.paymentgateway.charge.Charges;
import io.giaovan.paymentgateway.charge.Particulars;
import io.giaovan.store.document.Slice;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What merchants can see of charges, and note on them; a charge shares its notes with its intent. */
@Singleton
final class ShownCharges {
    private static final String URL = "/v1/charges";
    private static final int DESCRIPTION_LENGTH_MAX = 1_000;
    private static final int EMAIL_LENGTH_MAX = 800;
    private static final SearchFields SEARCHABLE = new SearchFields(Map.of(
            "amount", Kind.NUMBER,
            "created", Kind.NUMBER,
            "currency", Kind.WORD,
            "customer", Kind.WORD,
            "disputed", Kind.FLAG,
            "refunded", Kind.FLAG,
            "status", Kind.WORD));

    private final Charges charges;
    private final ChargeStore store;
    private final ChargeShape shape;

    ShownCharges(Charges charges, ChargeStore store, ChargeShape shape) {
        this.charges = charges;
        this.store = store;
        this.shape = shape;
    }

    Map<String, Object> retrieve(ApiCall call, String id) {
        call.form().allow("expand");
        Expansion.of(call.form());
        return shape.shape(charge(call.merchantId(), id));
    }

    private Charge charge(MerchantId merchantId, String id) {
        return store.find(merchantId, ChargeShape.intentOf(id))
                .filter(ChargeShape::exists)
                .orElseThrow(() -> ApiRefusal.noSuch("charge", id));
    }

    Map<String, Object> list(ApiCall call) {
        Form form = call.form();
        form.allow("customer", "payment_intent", "limit", "starting_after", "ending_before", "created", "expand");
        Expansion.ofList(form);
        Optional<String> customer = form.text("customer");
        Optional<String> intent = form.text("payment_intent");
        Predicate<Charge> wanted = charge -> ChargeShape.exists(charge)
                && (customer.isEmpty()
                        || customer.get().equals(charge.particulars().customer()))
                && (intent.isEmpty() || intent.get().equals(charge.id().value()));
        Slice asked = Paging.slice(form);
        Slice ofIntents = new Slice(
                intentId(asked.startingAfter()),
                intentId(asked.endingBefore()),
                asked.limit(),
                asked.from(),
                asked.until());
        return Paging.list(
                URL,
                Picked.list(
                        slice -> store.list(call.merchantId(), slice),
                        ofIntents,
                        charge -> charge.id().value(),
                        wanted),
                shape::shape);
    }

    private static @Nullable String intentId(@Nullable String chargeId) {
        return chargeId == null ? null : ChargeShape.intentOf(chargeId).value();
    }

    Map<String, Object> search(ApiCall call) {
        Expansion.ofList(call.form());
        return Picked.search(
                call,
                URL + "/search",
                SEARCHABLE,
                slice -> store.list(call.merchantId(), slice),
                charge -> charge.id().value(),
                shape::shape,
                ChargeShape::exists,
                shape::shape);
    }

    Map<String, Object> update(ApiCall call, String id) {
        Form form = call.form();
        form.allow("description", "metadata", "receipt_email", "expand");
        Expansion.of(form);
        ChargeId charge = charge(call.merchantId(), id).id();
        return shape.shape(charges.annotate(call.merchantId(), charge, before -> noted(before, form)));
    }

    private static Particulars noted(Particulars before, Form form) {
        return before.withNotes(
                form.noted("description", DESCRIPTION_LENGTH_MAX, before.description()),
                Metadata.merged(before.metadata(), form),
                form.noted("receipt_email", EMAIL_LENGTH_MAX, before.receiptEmail()),
                before.statementDescriptor());
    }
}
