package io.giaovan.paymentgateway.api.setup;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.BuyerView;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Metadata;
import io.giaovan.paymentgateway.api.Paging;
import io.giaovan.paymentgateway.api.customer.Customers;
import io.giaovan.paymentgateway.api.method.Methods;
import io.giaovan.paymentgateway.api.method.NamedMethods;
import io.giaovan.paymentgateway.api.method.SavedMethods;
import io.giaovan.paymentgateway.api.search.Picked;
import io.giaovan.paymentgateway.api.setup.SetupState.Canceled;
import io.giaovan.paymentgateway.api.setup.SetupState.RequiresAction;
import io.giaovan.paymentgateway.api.setup.SetupState.RequiresConfirmation;
import io.giaovan.paymentgateway.api.setup.SetupState.RequiresPaymentMethod;
import io.giaovan.paymentgateway.api.setup.SetupState.Starting;
import io.giaovan.paymentgateway.api.setup.SetupState.Succeeded;
import io.giaovan.paymentgateway.api.setup.SetupState.Verifying;
import io.giaovan.paymentgateway.api.shelf.Shelf;
import io.giaovan.paymentgateway.api.shelf.Shelf.News;
import io.giaovan.paymentgateway.api.shelf.Shelves;
import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.paymentgateway.charge.Failure;
import io.giaovan.paymentgateway.rail.NextStep;
import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What merchants can do with setup intents. */
@Context
final class SetupIntents {
    private static final int ID_LENGTH = 24;
    private static final int TRIES_MAX = 20;
    private static final int DESCRIPTION_LENGTH_MAX = 1_000;
    private static final String URL = "/v1/setup_intents";

    private final Shelf<SetupIntent> shelf;
    private final SetupShape shape;
    private final SetupSecrets secrets;
    private final SetupProof proof;
    private final Methods methods;
    private final NamedMethods named;
    private final SavedMethods saved;
    private final Customers customers;
    private final Clock clock;

    SetupIntents(
            Shelves shelves,
            SetupShape shape,
            SetupSecrets secrets,
            SetupProof proof,
            Methods methods,
            NamedMethods named,
            SavedMethods saved,
            Customers customers,
            Clock clock) {
        this.shelf = shelves.open("gateway_setup_intents", new SetupCodec(), List.of());
        this.shape = shape;
        this.secrets = secrets;
        this.proof = proof;
        this.methods = methods;
        this.named = named;
        this.saved = saved;
        this.customers = customers;
        this.clock = clock;
    }

    Map<String, Object> create(ApiCall call, String seed) {
        Form form = call.form();
        form.allow(
                "customer",
                "payment_method",
                "payment_method_data",
                "payment_method_options",
                "payment_method_types",
                "automatic_payment_methods",
                "usage",
                "description",
                "metadata",
                "confirm",
                "return_url",
                "expand");
        Expansion.of(form);
        List<String> types = types(form);
        Optional<String> customer = form.text("customer");
        customer.ifPresent(id -> customers.get(call.merchantId(), id));
        String id =
                "seti_" + Secrets.digest(call.merchantId() + "|setup|" + seed).substring(0, ID_LENGTH);
        ChosenMethod method = named.chosen(
                        call.merchantId(),
                        form,
                        customer.orElse(null),
                        null,
                        types,
                        CaptureMode.ON_PROOF,
                        id + "|" + seed)
                .orElse(null);
        if (form.flag("confirm") && method == null) {
            throw ApiRefusal.missing("payment_method");
        }
        SetupIntent fresh = new SetupIntent(
                id,
                call.merchantId(),
                method == null ? new RequiresPaymentMethod(null) : new RequiresConfirmation(),
                method,
                customer.orElse(null),
                form.oneOf("usage", "off_session", "on_session").orElse("off_session"),
                form.text("description", DESCRIPTION_LENGTH_MAX).orElse(null),
                Metadata.merged(Map.of(), form),
                types,
                0,
                null,
                null,
                false,
                clock.instant(),
                1);
        shelf.insert(fresh, List.of(new News("setup_intent.created", shape.shape(fresh))));
        SetupIntent stored = get(call.merchantId(), id);
        return form.flag("confirm") && stored.attempts() == 0
                ? judged(confirmed(stored, form, method))
                : shape.shape(stored);
    }

    private List<String> types(Form form) {
        List<String> asked = form.list("payment_method_types");
        for (String type : asked) {
            if (!methods.keepable().contains(type)) {
                throw ApiRefusal.invalid(
                        "payment_method_types",
                        "Invalid payment_method_types: only these can be kept: " + methods.keepable());
            }
        }
        return asked.isEmpty() ? methods.keepable() : asked.stream().distinct().toList();
    }

    private SetupIntent get(MerchantId merchantId, String id) {
        return shelf.find(merchantId, id).orElseThrow(() -> ApiRefusal.noSuch("setupintent", id));
    }

    Map<String, Object> retrieve(ApiCall call, String id) {
        call.form().allow("client_secret", "expand");
        Expansion.of(call.form());
        return BuyerView.of(call, id, secrets::fits, () -> shape.shape(lookedAfter(get(call.merchantId(), id))));
    }

    Map<String, Object> list(ApiCall call) {
        Form form = call.form();
        form.allow("customer", "payment_method", "limit", "starting_after", "ending_before", "created", "expand");
        Expansion.ofList(form);
        Optional<String> customer = form.text("customer");
        Optional<String> method = form.text("payment_method");
        return Paging.list(
                URL,
                Picked.list(
                        part -> shelf.list(call.merchantId(), part),
                        Paging.slice(form),
                        SetupIntent::id,
                        intent -> (customer.isEmpty() || customer.get().equals(intent.customer()))
                                && (method.isEmpty()
                                        || (intent.method() != null
                                                && method.get()
                                                        .equals(intent.method().id())))),
                shape::shape);
    }

    Map<String, Object> update(ApiCall call, String id, String seed) {
        Form form = call.form();
        form.allow(
                "customer",
                "payment_method",
                "payment_method_data",
                "payment_method_options",
                "description",
                "metadata",
                "expand");
        Expansion.of(form);
        SetupIntent intent = get(call.merchantId(), id);
        boolean open =
                intent.state() instanceof RequiresPaymentMethod || intent.state() instanceof RequiresConfirmation;
        if (!open && (form.has("customer") || form.has("payment_method") || form.has("payment_method_data"))) {
            throw unexpected(intent, "updated");
        }
        String customer = form.noted("customer", ID_LENGTH * 2, intent.customer());
        if (customer != null) {
            customers.get(call.merchantId(), customer);
        }
        ChosenMethod method = chosen(intent, form, customer, seed).orElse(intent.method());
        return shape.shape(change(
                call.merchantId(),
                id,
                before -> before.noted(
                        method,
                        customer,
                        form.noted("description", DESCRIPTION_LENGTH_MAX, before.description()),
                        Metadata.merged(before.metadata(), form))));
    }

    private Optional<ChosenMethod> chosen(SetupIntent intent, Form form, @Nullable String customer, String seed) {
        boolean names = form.has("payment_method") || form.has("payment_method_data");
        return names
                ? named.chosen(
                        intent.merchantId(),
                        form,
                        customer,
                        intent.method(),
                        intent.methodTypes(),
                        CaptureMode.ON_PROOF,
                        intent.id() + "|" + seed)
                : Optional.empty();
    }

    Map<String, Object> confirm(ApiCall call, String id, String seed) {
        Form form = call.form();
        form.allow(
                "payment_method",
                "payment_method_data",
                "payment_method_options",
                "return_url",
                "client_secret",
                "expand");
        Expansion.of(form);
        return BuyerView.of(call, id, secrets::fits, () -> confirmed(call.merchantId(), id, form, seed));
    }

    private Map<String, Object> confirmed(MerchantId merchantId, String id, Form form, String seed) {
        SetupIntent intent = lookedAfter(get(merchantId, id));
        ChosenMethod method = chosen(intent, form, intent.customer(), seed)
                .orElse(intent.state() instanceof RequiresPaymentMethod ? null : intent.method());
        return judged(confirmed(intent, form, method));
    }

    private SetupIntent confirmed(SetupIntent intent, Form form, @Nullable ChosenMethod method) {
        return switch (intent.state()) {
            case RequiresPaymentMethod _, RequiresConfirmation _ -> {
                if (method == null) {
                    throw unexpected(intent, "confirmed, because it's missing a payment method");
                }
                SetupIntent begun = change(
                        intent.merchantId(), intent.id(), before -> isOpen(before) ? before.begun(method) : before);
                yield begun.attempts() == intent.attempts() + 1 && begun.state() instanceof Starting
                        ? recorded(begun, proof.start(begun))
                        : begun;
            }
            case RequiresAction asked ->
                password(intent, form)
                        .map(password -> passwordEntered(intent, asked, password))
                        .orElse(intent);
            case Starting _, Verifying _ -> intent;
            case Succeeded _, Canceled _ -> throw unexpected(intent, "confirmed");
        };
    }

    private static boolean isOpen(SetupIntent intent) {
        return (intent.state() instanceof RequiresPaymentMethod || intent.state() instanceof RequiresConfirmation)
                && !intent.holding();
    }

    private static Optional<String> password(SetupIntent intent, Form form) {
        if (intent.method() == null) {
            return Optional.empty();
        }
        Form options =
                form.child("payment_method_options").child(intent.method().rail());
        return options.text("code").or(() -> options.text("otp"));
    }

    private SetupIntent passwordEntered(SetupIntent intent, RequiresAction asked, String password) {
        if (!password.matches("[0-9]{4,10}")) {
            throw ApiRefusal.invalid("payment_method_options", "Invalid one-time password: it must be 4 to 10 digits.");
        }
        Verifying verifying = new Verifying(asked.next(), asked.passwordTries());
        SetupIntent sent = change(
                intent.merchantId(),
                intent.id(),
                before -> before.version() == intent.version() ? before.with(verifying) : before);
        if (!sent.state().equals(verifying)) {
            return sent;
        }
        SetupIntent after = recorded(sent, proof.enterPassword(sent, password));
        if (after.state() instanceof RequiresAction(NextStep _, int tries) && tries > asked.passwordTries()) {
            throw ApiRefusal.setupFailed(
                    "invalid_one_time_password",
                    "The one-time password is wrong; let the buyer try again.",
                    shape.shape(after));
        }
        return after;
    }

    /** Stores what an answer makes of the intent, keeps what was proven and gives the hold back. */
    private SetupIntent recorded(SetupIntent asked, io.giaovan.paymentgateway.rail.RailAnswer answer) {
        SetupIntent after = change(
                asked.merchantId(),
                asked.id(),
                before -> before.attempts() == asked.attempts() ? proof.answered(before, answer) : before);
        return finished(after);
    }

    private SetupIntent finished(SetupIntent intent) {
        if (intent.state() instanceof Succeeded && intent.method() != null) {
            saved.keep(intent.merchantId(), intent.method(), intent.customer());
        }
        boolean over = intent.state() instanceof Succeeded
                || intent.state() instanceof Canceled
                || intent.state() instanceof RequiresPaymentMethod;
        if (!over || !intent.holding() || !proof.released(intent)) {
            return intent;
        }
        return change(
                intent.merchantId(),
                intent.id(),
                before -> before.attempts() == intent.attempts()
                        ? before.withProvider(before.reference(), before.authorization(), false)
                        : before);
    }

    /** Asks about a call that was never answered, and gives back what is still held. */
    private SetupIntent lookedAfter(SetupIntent intent) {
        return intent.state() instanceof Starting || intent.state() instanceof Verifying
                ? recorded(intent, proof.ask(intent))
                : finished(intent);
    }

    Map<String, Object> cancel(ApiCall call, String id) {
        Form form = call.form();
        form.allow("cancellation_reason", "expand");
        Expansion.of(form);
        String reason = form.oneOf("cancellation_reason", "abandoned", "duplicate", "requested_by_customer")
                .orElse("");
        SetupIntent intent = lookedAfter(get(call.merchantId(), id));
        return shape.shape(finished(change(call.merchantId(), id, before -> {
            boolean open = before.state() instanceof RequiresPaymentMethod
                    || before.state() instanceof RequiresConfirmation
                    || before.state() instanceof RequiresAction;
            if (!open) {
                throw unexpected(intent, "canceled");
            }
            return before.with(new Canceled(reason));
        })));
    }

    private ApiRefusal unexpected(SetupIntent intent, String word) {
        return ApiRefusal.setupUnexpectedState(
                "This SetupIntent's status is " + intent.state().wireName() + ", so it could not be " + word + ".",
                shape.shape(intent));
    }

    private SetupIntent change(MerchantId merchantId, String id, UnaryOperator<SetupIntent> decide) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            SetupIntent before = get(merchantId, id);
            SetupIntent after = decide.apply(before);
            if (after.equals(before)) {
                return before;
            }
            if (shelf.update(after, news(before, after))) {
                return get(merchantId, id);
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, id + " is being changed by others; try again");
    }

    private List<News> news(SetupIntent before, SetupIntent after) {
        List<News> told = new ArrayList<>();
        if (before.state().equals(after.state())) {
            return told;
        }
        switch (after.state()) {
            case RequiresAction(NextStep _, int tries) -> {
                if (tries == 0) {
                    told.add(new News("setup_intent.requires_action", shape.shape(after)));
                }
            }
            case RequiresPaymentMethod(Failure failure) -> {
                if (failure != null) {
                    told.add(new News("setup_intent.setup_failed", shape.shape(after)));
                }
            }
            case Succeeded _ -> told.add(new News("setup_intent.succeeded", shape.shape(after)));
            case Canceled _ -> told.add(new News("setup_intent.canceled", shape.shape(after)));
            case RequiresConfirmation _, Starting _, Verifying _ -> {}
        }
        return told;
    }

    private Map<String, Object> judged(SetupIntent intent) {
        if (intent.state() instanceof RequiresPaymentMethod(Failure failure) && failure != null) {
            throw ApiRefusal.setupFailed(failure.code(), failure.message(), shape.shape(intent));
        }
        return shape.shape(intent);
    }
}
