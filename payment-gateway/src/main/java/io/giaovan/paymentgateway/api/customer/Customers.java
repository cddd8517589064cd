package io.giaovan.paymentgateway.api.customer;

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
import io.giaovan.paymentgateway.api.person.Personal;
import io.giaovan.paymentgateway.api.person.PersonalVault;
import io.giaovan.paymentgateway.api.search.Picked;
import io.giaovan.paymentgateway.api.search.SearchFields;
import io.giaovan.paymentgateway.api.search.SearchFields.Kind;
import io.giaovan.paymentgateway.api.shelf.Shelf;
import io.giaovan.paymentgateway.api.shelf.Shelf.News;
import io.giaovan.paymentgateway.api.shelf.Shelves;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What merchants can do with their customers. */
@Context
public final class Customers {
    private static final int ID_LENGTH = 14;
    private static final int TRIES_MAX = 20;
    private static final String URL = "/v1/customers";
    private static final int DESCRIPTION_LENGTH_MAX = 5_000;
    private static final SearchFields SEARCHABLE =
            new SearchFields(Map.of("created", Kind.NUMBER, "email", Kind.TEXT, "name", Kind.TEXT, "phone", Kind.TEXT));

    private final Shelf<Customer> shelf;
    private final CustomerShape shape;
    private final PersonalVault vault;
    private final BeanProvider<CustomerFollower> followers;
    private final BeanProvider<TestTimes> times;
    private final Clock clock;

    Customers(
            Shelves shelves,
            CustomerCodec codec,
            CustomerShape shape,
            PersonalVault vault,
            BeanProvider<CustomerFollower> followers,
            BeanProvider<TestTimes> times,
            Clock clock) {
        this.shelf = shelves.open("gateway_customers", codec, List.of());
        this.shape = shape;
        this.vault = vault;
        this.followers = followers;
        this.times = times;
        this.clock = clock;
    }

    /** A customer that is named in a request; one that is deleted is refused like one that never was. */
    public Customer get(MerchantId merchantId, String id) {
        return shelf.find(merchantId, id)
                .filter(customer -> !customer.deleted())
                .orElseThrow(() -> ApiRefusal.noSuch("customer", id));
    }

    /** A customer as the wire shows it, a deleted one too. */
    public Optional<Map<String, Object>> shown(MerchantId merchantId, String id) {
        return shelf.find(merchantId, id).map(shape::shape);
    }

    /** Customers that live in the time of a test clock. */
    public Sliced<Customer> listAt(MerchantId merchantId, String clockId, Slice slice) {
        return shelf.listWith(merchantId, CustomerCodec.TEST_CLOCK, clockId, slice);
    }

    Map<String, Object> create(ApiCall call, String seed) {
        Form form = call.form();
        form.allow("name", "email", "phone", "address", "description", "metadata", "test_clock", "expand");
        Expansion.of(form);
        Optional<String> testClock = form.text("test_clock");
        if (testClock.isPresent()
                && times.get().now(call.merchantId(), testClock.get()).isEmpty()) {
            throw ApiRefusal.noSuch("test clock", testClock.get());
        }
        Customer fresh = new Customer(
                "cus_" + Secrets.digest(call.merchantId() + "|customer|" + seed).substring(0, ID_LENGTH),
                call.merchantId(),
                Personal.read(form, Personal.NOBODY),
                form.text("description", DESCRIPTION_LENGTH_MAX).orElse(null),
                Metadata.merged(Map.of(), form),
                null,
                testClock.orElse(null),
                clock.instant(),
                false,
                1);
        if (!shelf.insert(fresh, news("customer.created", fresh))) {
            return shape.shape(get(call.merchantId(), fresh.id()));
        }
        return shape.shape(fresh);
    }

    private List<News> news(String type, Customer customer) {
        return List.of(new News(type, shape.shapeForNews(customer)));
    }

    Map<String, Object> retrieve(ApiCall call, String id) {
        call.form().allow("expand");
        Expansion.of(call.form());
        return shown(call.merchantId(), id).orElseThrow(() -> ApiRefusal.noSuch("customer", id));
    }

    Map<String, Object> update(ApiCall call, String id) {
        Form form = call.form();
        form.allow("name", "email", "phone", "address", "description", "metadata", "invoice_settings", "expand");
        Expansion.of(form);
        Form invoices = form.child("invoice_settings");
        invoices.allow("default_payment_method");
        return shape.shape(change(
                call.merchantId(),
                id,
                before -> before.noted(
                        Personal.read(form, before.personal()),
                        form.noted("description", DESCRIPTION_LENGTH_MAX, before.description()),
                        Metadata.merged(before.metadata(), form),
                        invoices.noted("default_payment_method", ID_LENGTH * 3, before.defaultMethod()))));
    }

    private Customer change(MerchantId merchantId, String id, UnaryOperator<Customer> decide) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Customer before = get(merchantId, id);
            Customer after = decide.apply(before);
            if (after.equals(before)) {
                return before;
            }
            if (shelf.update(
                    after,
                    news(
                            after.deleted() ? "customer.deleted" : "customer.updated",
                            after.deleted() ? before : after))) {
                return after;
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, id + " is being changed by others; try again");
    }

    Map<String, Object> list(ApiCall call) {
        Form form = call.form();
        form.allow("email", "test_clock", "limit", "starting_after", "ending_before", "created", "expand");
        Expansion.ofList(form);
        Slice slice = Paging.slice(form);
        @Nullable String email = vault.indexOfEmail(form.text("email").orElse(null));
        Optional<String> testClock = form.text("test_clock");
        Sliced<Customer> found = Picked.list(
                part -> email == null
                        ? shelf.list(call.merchantId(), part)
                        : shelf.listWith(call.merchantId(), CustomerCodec.EMAIL_INDEX, email, part),
                slice,
                Customer::id,
                customer -> !customer.deleted()
                        && (testClock.isEmpty() || testClock.get().equals(customer.testClock())));
        return Paging.list(URL, found, shape::shape);
    }

    Map<String, Object> search(ApiCall call) {
        Expansion.ofList(call.form());
        return Picked.search(
                call,
                URL + "/search",
                SEARCHABLE,
                part -> shelf.list(call.merchantId(), part),
                Customer::id,
                shape::shape,
                customer -> !customer.deleted(),
                shape::shape);
    }

    Map<String, Object> delete(ApiCall call, String id) {
        call.form().allow("expand");
        return shape.shape(delete(call.merchantId(), id));
    }

    /** Deletes a customer with everything personal of it. */
    public Customer delete(MerchantId merchantId, String id) {
        get(merchantId, id);
        followers.stream().forEach(follower -> follower.goes(merchantId, id));
        return change(merchantId, id, Customer::gone);
    }
}
