package io.giaovan.paymentgateway.api.method;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Metadata;
import io.giaovan.paymentgateway.api.Paging;
import io.giaovan.paymentgateway.api.customer.CustomerFollower;
import io.giaovan.paymentgateway.api.customer.Customers;
import io.giaovan.paymentgateway.api.person.Personal;
import io.giaovan.paymentgateway.api.search.Picked;
import io.giaovan.paymentgateway.api.shelf.Shelf;
import io.giaovan.paymentgateway.api.shelf.Shelf.News;
import io.giaovan.paymentgateway.api.shelf.Shelves;
import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What merchants can do with ways to pay that are kept. */
@Context
public final class SavedMethods implements CustomerFollower {
    private static final int ID_LENGTH = 24;
    private static final int TRIES_MAX = 20;
    private static final String URL = "/v1/payment_methods";

    private final Shelf<SavedMethod> shelf;
    private final MethodShape shape;
    private final Methods methods;
    private final Customers customers;
    private final Clock clock;

    SavedMethods(
            Shelves shelves,
            SavedMethodCodec codec,
            MethodShape shape,
            Methods methods,
            Customers customers,
            Clock clock) {
        this.shelf = shelves.open("gateway_payment_methods", codec, List.of());
        this.shape = shape;
        this.methods = methods;
        this.customers = customers;
        this.clock = clock;
    }

    public Optional<SavedMethod> find(MerchantId merchantId, String id) {
        return shelf.find(merchantId, id);
    }

    /** A kept way to pay as the wire shows it. */
    public Optional<Map<String, Object>> shown(MerchantId merchantId, String id) {
        return find(merchantId, id).map(shape::shape);
    }

    Map<String, Object> create(ApiCall call, String seed) {
        Form form = call.form();
        form.allowBeside(methods.names(), "type", "billing_details", "metadata", "allow_redisplay", "expand");
        Expansion.of(form);
        String id =
                "pm_" + Secrets.digest(call.merchantId() + "|method|" + seed).substring(0, ID_LENGTH);
        ChosenMethod chosen = methods.described(form, id);
        Form billing = form.child("billing_details");
        billing.allow("name", "email", "phone", "address");
        SavedMethod fresh = new SavedMethod(
                id,
                call.merchantId(),
                chosen.rail(),
                chosen.phone(),
                Personal.read(billing, Personal.NOBODY),
                null,
                false,
                Metadata.merged(Map.of(), form),
                clock.instant(),
                1);
        return shape.shape(shelf.insert(fresh, List.of()) ? fresh : get(call.merchantId(), id));
    }

    private SavedMethod get(MerchantId merchantId, String id) {
        return find(merchantId, id).orElseThrow(() -> ApiRefusal.noSuch("PaymentMethod", id));
    }

    Map<String, Object> retrieve(ApiCall call, String id, @Nullable String customer) {
        call.form().allow("expand");
        Expansion.of(call.form());
        SavedMethod method = get(call.merchantId(), id);
        if (customer != null && !customer.equals(method.customer())) {
            throw ApiRefusal.noSuch("PaymentMethod", id);
        }
        return shape.shape(method);
    }

    Map<String, Object> update(ApiCall call, String id) {
        Form form = call.form();
        form.allow("billing_details", "metadata", "expand");
        Expansion.of(form);
        Form billing = form.child("billing_details");
        billing.allow("name", "email", "phone", "address");
        return shape.shape(change(
                call.merchantId(),
                id,
                "payment_method.updated",
                before -> before.noted(
                        Personal.read(billing, before.billing()), Metadata.merged(before.metadata(), form))));
    }

    Map<String, Object> attach(ApiCall call, String id) {
        Form form = call.form();
        form.allow("customer", "expand");
        Expansion.of(form);
        String customer = form.requiredText("customer");
        return shape.shape(attach(call.merchantId(), id, customer));
    }

    private SavedMethod attach(MerchantId merchantId, String id, String customer) {
        customers.get(merchantId, customer);
        SavedMethod method = get(merchantId, id);
        methods.checkCanBeKept(method.rail());
        return change(merchantId, id, "payment_method.attached", before -> {
            if (customer.equals(before.customer())) {
                return before;
            }
            if (before.customer() != null || before.detached()) {
                throw ApiRefusal.invalid(
                        "payment_method",
                        "payment_method_unexpected_state",
                        before.detached()
                                ? "This PaymentMethod was detached from a Customer and may not be used again."
                                : "The payment method you provided has already been attached to a customer.");
            }
            return before.attachedTo(customer);
        });
    }

    /** Keeps a way to pay that was proven to be the buyer's, with its customer if there is one. */
    public void keep(MerchantId merchantId, ChosenMethod proven, @Nullable String customer) {
        SavedMethod fresh = new SavedMethod(
                proven.id(),
                merchantId,
                proven.rail(),
                proven.phone(),
                Personal.NOBODY,
                null,
                false,
                Map.of(),
                clock.instant(),
                1);
        shelf.insert(fresh, List.of());
        if (customer != null) {
            attach(merchantId, proven.id(), customer);
        }
    }

    Map<String, Object> detach(ApiCall call, String id) {
        call.form().allow("expand");
        return shape.shape(detach(call.merchantId(), id));
    }

    private SavedMethod detach(MerchantId merchantId, String id) {
        return change(merchantId, id, "payment_method.detached", before -> {
            if (before.customer() == null && !before.detached()) {
                throw ApiRefusal.invalid(
                        "payment_method",
                        "payment_method_unexpected_state",
                        "The payment method you provided is not attached to a customer so detachment is impossible.");
            }
            return before.detached() ? before : before.taken();
        });
    }

    private SavedMethod change(MerchantId merchantId, String id, String type, UnaryOperator<SavedMethod> decide) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            SavedMethod before = get(merchantId, id);
            SavedMethod after = decide.apply(before);
            if (after.equals(before)) {
                return before;
            }
            if (shelf.update(after, List.of(new News(type, shape.shapeForNews(after))))) {
                return after;
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, id + " is being changed by others; try again");
    }

    Map<String, Object> list(ApiCall call) {
        call.form().allow("customer", "type", "limit", "starting_after", "ending_before", "created", "expand");
        return listed(call, call.form().text("customer"), URL);
    }

    Map<String, Object> listOf(ApiCall call, String customer) {
        call.form().allow("type", "limit", "starting_after", "ending_before", "created", "expand");
        customers.get(call.merchantId(), customer);
        return listed(call, Optional.of(customer), "/v1/customers/" + customer + "/payment_methods");
    }

    private Map<String, Object> listed(ApiCall call, Optional<String> customer, String url) {
        Expansion.ofList(call.form());
        Optional<String> type = call.form().text("type");
        Slice slice = Paging.slice(call.form());
        Sliced<SavedMethod> found = Picked.list(
                part -> customer.isEmpty()
                        ? shelf.list(call.merchantId(), part)
                        : shelf.listWith(call.merchantId(), SavedMethodCodec.CUSTOMER, customer.get(), part),
                slice,
                SavedMethod::id,
                method -> type.isEmpty() || type.get().equals(method.rail()));
        return Paging.list(url, found, shape::shape);
    }

    @Override
    public void goes(MerchantId merchantId, String customerId) {
        Slice slice = Slice.newest(Slice.LIMIT_MAX);
        while (true) {
            List<SavedMethod> attached = shelf.listWith(merchantId, SavedMethodCodec.CUSTOMER, customerId, slice)
                    .items();
            if (attached.isEmpty()) {
                return;
            }
            attached.forEach(method -> detach(merchantId, method.id()));
        }
    }
}
