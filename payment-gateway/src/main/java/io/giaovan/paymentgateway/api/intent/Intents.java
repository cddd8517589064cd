package io.giaovan.paymentgateway.api.intent;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.BuyerView;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Paging;
import io.giaovan.paymentgateway.api.customer.Customer;
import io.giaovan.paymentgateway.api.customer.Customers;
import io.giaovan.paymentgateway.api.customer.TestTimes;
import io.giaovan.paymentgateway.api.method.Methods;
import io.giaovan.paymentgateway.api.method.NamedMethods;
import io.giaovan.paymentgateway.api.search.Picked;
import io.giaovan.paymentgateway.api.search.SearchFields;
import io.giaovan.paymentgateway.api.search.SearchFields.Kind;
import io.giaovan.paymentgateway.api.share.ShareForm;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChargeSettings;
import io.giaovan.paymentgateway.charge.ChargeState;
import io.giaovan.paymentgateway.charge.ChargeState.Canceled;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresAction;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresConfirmation;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresPaymentMethod;
import io.giaovan.paymentgateway.charge.ChargeState.Succeeded;
import io.giaovan.paymentgateway.charge.ChargeStore;
import io.giaovan.paymentgateway.charge.Charges;
import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.paymentgateway.charge.ClientSecrets;
import io.giaovan.paymentgateway.charge.Evidence;
import io.giaovan.paymentgateway.charge.Failure;
import io.giaovan.paymentgateway.charge.Particulars;
import io.giaovan.paymentgateway.charge.sharing.Sharing;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What merchants can do with payment intents. */
@Singleton
public final class Intents {
    private static final int ID_LENGTH = 24;
    private static final String ID = "pi_[A-Za-z0-9_]{1,60}";
    private static final String TYPES = "payment_method_types";
    private static final String URL = "/v1/payment_intents";
    private static final SearchFields SEARCHABLE = new SearchFields(Map.of(
            "amount", Kind.NUMBER,
            "created", Kind.NUMBER,
            "currency", Kind.WORD,
            "customer", Kind.WORD,
            "status", Kind.WORD));

    private final Charges charges;
    private final ChargeStore store;
    private final Methods methods;
    private final NamedMethods named;
    private final Customers customers;
    private final TestTimes times;
    private final ShareForm shares;
    private final IntentShape shape;
    private final ClientSecrets secrets;
    private final ChargeSettings chargeSettings;
    private final ApiSettings settings;
    private final Clock clock;

    Intents(
            Charges charges,
            ChargeStore store,
            Methods methods,
            NamedMethods named,
            Customers customers,
            TestTimes times,
            ShareForm shares,
            IntentShape shape,
            ClientSecrets secrets,
            ChargeSettings chargeSettings,
            ApiSettings settings,
            Clock clock) {
        this.charges = charges;
        this.store = store;
        this.methods = methods;
        this.named = named;
        this.customers = customers;
        this.times = times;
        this.shares = shares;
        this.shape = shape;
        this.secrets = secrets;
        this.chargeSettings = chargeSettings;
        this.settings = settings;
        this.clock = clock;
    }

    public Map<String, Object> create(ApiCall call, String seed) {
        Form form = call.form();
        form.allowBeside(
                ShareForm.NAMES,
                "amount",
                "currency",
                "capture_method",
                "payment_method_types",
                "payment_method_data",
                "payment_method_options",
                "payment_method",
                "customer",
                "metadata",
                "description",
                "confirm",
                "confirmation_method",
                "receipt_email",
                "statement_descriptor",
                "automatic_payment_methods",
                "return_url",
                "off_session",
                "error_on_requires_action",
                "expand");
        Expansion expansion = IntentForm.expansion(form);
        Money amount = IntentForm.amount(form, settings.amountMax()).orElseThrow(() -> ApiRefusal.missing("amount"));
        form.requiredText("currency");
        CaptureMode capture = IntentForm.capture(form).orElse(CaptureMode.AUTOMATIC);
        Sharing sharing = shares.read(call.merchantId(), form, Sharing.NONE, amount);
        List<String> types = ShareForm.payable(sharing, methods.types(form, capture), form.has(TYPES));
        ChargeId id = new ChargeId(
                "pi_" + Secrets.digest(call.merchantId() + "|api|" + seed).substring(0, ID_LENGTH));
        Customer customer = customer(call.merchantId(), form);
        Optional<ChosenMethod> method =
                named.chosen(call.merchantId(), form, idOf(customer), null, types, capture, id + "|" + seed);
        boolean confirm = form.flag("confirm");
        if (confirm && method.isEmpty()) {
            throw ApiRefusal.missing("payment_method_data[type]");
        }
        Particulars particulars = IntentForm.particulars(
                new Particulars(
                        id.value(),
                        null,
                        idOf(customer),
                        types,
                        Map.of(),
                        null,
                        null,
                        form.oneOf("confirmation_method", "automatic", "manual")
                                .filter("manual"::equals)
                                .isPresent(),
                        customer == null ? null : customer.testClock(),
                        sharing),
                form);
        Charge charge = charges.open(fresh(call.merchantId(), id, amount, capture, method.orElse(null), particulars));
        if (confirm && charge.attempts() == 0) {
            charge = charges.confirm(call.merchantId(), id);
        }
        return judged(attended(charge, form), expansion);
    }

    /** The customer that a request names, or null. */
    private @Nullable Customer customer(MerchantId merchantId, Form form) {
        return form.text("customer").map(id -> customers.get(merchantId, id)).orElse(null);
    }

    private static @Nullable String idOf(@Nullable Customer customer) {
        return customer == null ? null : customer.id();
    }

    /** A charge whose buyer is away is given back when the provider wants the buyer to do something. */
    private Charge attended(Charge charge, Form form) {
        boolean away = form.flag("off_session") || form.flag("error_on_requires_action");
        return away && charge.state() instanceof RequiresAction
                ? charges.declineUnattended(charge.merchantId(), charge.id())
                : charge;
    }

    private Charge fresh(
            MerchantId merchantId,
            ChargeId id,
            Money amount,
            CaptureMode capture,
            @Nullable ChosenMethod method,
            Particulars particulars) {
        String testClock = particulars.testClock();
        Instant now = testClock == null
                ? clock.instant()
                : times.now(merchantId, testClock).orElseGet(clock::instant);
        String fingerprint = Secrets.digest(
                String.join("|", "api", amount.toString(), capture.name(), method == null ? "" : method.rail()));
        return new Charge(
                id,
                merchantId,
                fingerprint,
                amount,
                capture,
                method == null ? new RequiresPaymentMethod(null) : new RequiresConfirmation(),
                method,
                particulars,
                null,
                null,
                null,
                null,
                now.plus(chargeSettings.intentLife()),
                0,
                List.of(),
                List.of(),
                now,
                null,
                1);
    }

    public Map<String, Object> retrieve(ApiCall call, String id) {
        call.form().allow("client_secret", "expand");
        return BuyerView.of(
                call, id, this::secretFits, () -> shape.shape(charge(call, id), IntentForm.expansion(call.form())));
    }

    private boolean secretFits(String id, String secret) {
        return id.matches(ID) && secrets.fits(new ChargeId(id), secret);
    }

    public Map<String, Object> list(ApiCall call) {
        call.form().allow("customer", "limit", "starting_after", "ending_before", "created", "expand");
        Expansion expansion = Expansion.ofList(call.form(), IntentShape.EXPANDABLE);
        Slice slice = Paging.slice(call.form());
        Optional<String> customer = call.form().text("customer");
        Sliced<Charge> found = customer.isEmpty()
                ? store.list(call.merchantId(), slice)
                : Picked.list(
                        part -> store.list(call.merchantId(), part),
                        slice,
                        charge -> charge.id().value(),
                        charge -> customer.get().equals(charge.particulars().customer()));
        return Paging.list(URL, found, charge -> shape.shape(charge, expansion));
    }

    Map<String, Object> search(ApiCall call) {
        Expansion expansion = Expansion.ofList(call.form(), IntentShape.EXPANDABLE);
        return Picked.search(
                call,
                URL + "/search",
                SEARCHABLE,
                slice -> store.list(call.merchantId(), slice),
                charge -> charge.id().value(),
                shape::shape,
                _ -> true,
                charge -> shape.shape(charge, expansion));
    }

    public Map<String, Object> update(ApiCall call, String id, String seed) {
        Form form = call.form();
        form.allowBeside(
                ShareForm.NAMES,
                "amount",
                "currency",
                "capture_method",
                "payment_method_types",
                "payment_method_data",
                "payment_method_options",
                "payment_method",
                "customer",
                "metadata",
                "description",
                "receipt_email",
                "statement_descriptor",
                "expand");
        Expansion expansion = IntentForm.expansion(form);
        Charge charge = charge(call, id);
        return refusable(charge, () -> shape.shape(updated(call.merchantId(), charge, form, seed), expansion));
    }

    private Charge updated(MerchantId merchantId, Charge charge, Form form, String seed) {
        IntentForm.particulars(charge.particulars(), form);
        Money amount = IntentForm.amount(form, settings.amountMax()).orElse(charge.amount());
        CaptureMode capture = IntentForm.capture(form).orElse(charge.capture());
        Sharing sharing = shares.read(merchantId, form, charge.particulars().sharing(), amount);
        boolean typesChange = form.has(TYPES) || capture != charge.capture();
        List<String> types = ShareForm.payable(
                sharing,
                typesChange
                        ? methods.types(form, capture)
                        : charge.particulars().methodTypes(),
                form.has(TYPES));
        Customer given = customer(merchantId, form);
        String customer = given == null ? charge.particulars().customer() : given.id();
        if (given != null && !given.id().equals(charge.particulars().customer()) && charge.attempts() > 0) {
            throw ApiRefusal.invalid("customer", "The customer of a PaymentIntent that was confirmed stays as it is.");
        }
        ChosenMethod standing = kept(charge, types);
        ChosenMethod method = IntentForm.namesMethod(form)
                ? named.chosen(merchantId, form, customer, charge.method(), types, capture, charge.id() + "|" + seed)
                        .orElse(standing)
                : standing;
        boolean reordered = typesChange
                || !amount.equals(charge.amount())
                || capture != charge.capture()
                || (method != null && !method.equals(charge.method()))
                || !sharing.equals(charge.particulars().sharing());
        if (reordered) {
            charges.reorder(
                    merchantId,
                    charge.id(),
                    amount,
                    capture,
                    method,
                    before -> shares.read(merchantId, form, before, amount));
        }
        return charges.annotate(merchantId, charge.id(), before -> {
            Particulars noted = IntentForm.particulars(before, form).withTypes(types);
            return given == null ? noted : noted.withCustomer(given.id(), given.testClock());
        });
    }

    public Map<String, Object> confirm(ApiCall call, String id, String seed) {
        Form form = call.form();
        form.allowBeside(
                ShareForm.NAMES,
                "payment_method_data",
                "payment_method_options",
                "payment_method",
                "return_url",
                "receipt_email",
                "capture_method",
                "payment_method_types",
                "off_session",
                "error_on_requires_action",
                "client_secret",
                "expand");
        Expansion expansion = IntentForm.expansion(form);
        return BuyerView.of(call, id, this::secretFits, () -> {
            Charge charge = charge(call, id);
            return refusable(charge, () -> judged(confirmed(call.merchantId(), charge, form, seed), expansion));
        });
    }

    private Charge confirmed(MerchantId merchantId, Charge charge, Form form, String seed) {
        if (charge.state() instanceof RequiresAction asked) {
            Optional<String> password = IntentForm.password(form, charge);
            if (password.isPresent()) {
                return passwordEntered(merchantId, charge, asked, password.get());
            }
        }
        CaptureMode capture = IntentForm.capture(form).orElse(charge.capture());
        Sharing sharing = shares.read(merchantId, form, charge.particulars().sharing(), charge.amount());
        List<String> types = ShareForm.payable(
                sharing,
                form.has(TYPES)
                        ? methods.types(form, capture)
                        : charge.particulars().methodTypes(),
                form.has(TYPES));
        if (charge.state() instanceof RequiresPaymentMethod || charge.state() instanceof RequiresConfirmation) {
            ChosenMethod standing = kept(charge, types);
            ChosenMethod method = standing != null && !IntentForm.namesMethod(form)
                    ? standing
                    : named.chosen(
                                    merchantId,
                                    form,
                                    charge.particulars().customer(),
                                    charge.method(),
                                    types,
                                    capture,
                                    charge.id() + "|" + seed)
                            .orElse(standing);
            if (method == null) {
                throw ApiRefusal.unexpectedState(
                        "You cannot confirm this PaymentIntent because it's missing a payment method. Give"
                                + " payment_method_data[type] and what that type needs.",
                        shape.shape(charge));
            }
            charges.reorder(
                    merchantId,
                    charge.id(),
                    charge.amount(),
                    capture,
                    method,
                    before -> shares.read(merchantId, form, before, charge.amount()));
        }
        return attended(charges.confirm(merchantId, charge.id()), form);
    }

    /** The way to pay that stands, unless it failed or is not allowed any more. */
    private static @Nullable ChosenMethod kept(Charge charge, List<String> types) {
        ChosenMethod method = charge.method();
        return method == null || charge.state() instanceof RequiresPaymentMethod || !types.contains(method.rail())
                ? null
                : method;
    }

    private Charge passwordEntered(MerchantId merchantId, Charge charge, RequiresAction asked, String password) {
        if (!password.matches("[0-9]{4,10}")) {
            throw ApiRefusal.invalid("payment_method_options", "Invalid one-time password: it must be 4 to 10 digits.");
        }
        Charge after = charges.enterPassword(merchantId, charge.id(), password);
        if (after.state() instanceof RequiresAction again && again.passwordTries() > asked.passwordTries()) {
            throw ApiRefusal.paymentFailed(
                    "invalid_one_time_password",
                    "The one-time password is wrong; let the buyer try again.",
                    shape.shape(after));
        }
        return after;
    }

    public Map<String, Object> capture(ApiCall call, String id, String seed) {
        Form form = call.form();
        form.allow("amount_to_capture", "metadata", "expand");
        Expansion expansion = IntentForm.expansion(form);
        Charge charge = charge(call, id);
        String proof = Evidence.BY_API + ":" + Secrets.digest(seed).substring(0, ID_LENGTH);
        return refusable(charge, () -> {
            if (!capturable(charge, proof)) {
                throw ApiRefusal.unexpectedState(
                        "This PaymentIntent could not be captured because it has a status of "
                                + IntentShape.status(charge)
                                + ". Only a PaymentIntent with one of the following statuses may be captured:"
                                + " requires_capture.",
                        shape.shape(charge));
            }
            long amount = form.whole("amount_to_capture").orElse(charge.amount().amount());
            if (amount < 1 || amount > charge.amount().amount()) {
                throw ApiRefusal.invalid(
                        "amount_to_capture",
                        "amount_too_large",
                        "The amount to capture is outside 1 to "
                                + charge.amount().amount());
            }
            if (form.has("metadata")) {
                charges.annotate(call.merchantId(), charge.id(), before -> IntentForm.particulars(before, form));
            }
            Money taken = new Money(amount, charge.amount().currency());
            return judged(
                    charges.capture(call.merchantId(), charge.id(), taken, new Evidence(proof, clock.instant(), null)),
                    expansion);
        });
    }

    /** Held money, or what this same request began to take before. */
    private static boolean capturable(Charge charge, String proof) {
        return switch (charge.state()) {
            case ChargeState.RequiresCapture _ -> charge.capturable().isPositive();
            case ChargeState.Capturing capturing ->
                capturing.evidence().proofId().equals(proof);
            case Succeeded succeeded ->
                succeeded.evidence() != null && succeeded.evidence().proofId().equals(proof);
            case RequiresPaymentMethod _,
                    RequiresConfirmation _,
                    ChargeState.Starting _,
                    RequiresAction _,
                    ChargeState.Verifying _,
                    ChargeState.AwaitingCash _,
                    ChargeState.Releasing _,
                    Canceled _ -> false;
        };
    }

    public Map<String, Object> cancel(ApiCall call, String id) {
        Form form = call.form();
        form.allow("cancellation_reason", "expand");
        Expansion expansion = IntentForm.expansion(form);
        String reason = form.oneOf(
                        "cancellation_reason", "duplicate", "fraudulent", "requested_by_customer", "abandoned")
                .orElse("");
        Charge charge = charge(call, id);
        return refusable(charge, () -> {
            if (charge.state().isFinal()) {
                throw ApiRefusal.unexpectedState(
                        "You cannot cancel this PaymentIntent because it has a status of " + IntentShape.status(charge)
                                + ".",
                        shape.shape(charge));
            }
            return shape.shape(charges.cancel(call.merchantId(), charge.id(), reason), expansion);
        });
    }

    /** The intent of a request; what is another merchant's does not exist. */
    public Charge charge(ApiCall call, String id) {
        return Optional.of(id)
                .filter(text -> text.matches(ID))
                .flatMap(text -> store.find(call.merchantId(), new ChargeId(text)))
                .orElseThrow(() -> ApiRefusal.noSuch("payment_intent", id));
    }

    /** A step at the wrong moment is refused together with the intent as it stands now. */
    private Map<String, Object> refusable(Charge charge, Supplier<Map<String, Object>> work) {
        try {
            return work.get();
        } catch (ProblemException refused) {
            if (refused.code() == ErrorCode.OUT_OF_SEQUENCE) {
                throw ApiRefusal.unexpectedState(
                        String.valueOf(refused.getMessage()),
                        shape.shape(charges.get(charge.merchantId(), charge.id())));
            }
            throw refused;
        }
    }

    /** The intent, or the refusal of the payer's way to pay. */
    private Map<String, Object> judged(Charge charge, Expansion expansion) {
        if (charge.state() instanceof RequiresPaymentMethod(Failure failure) && failure != null) {
            throw ApiRefusal.paymentFailed(failure.code(), failure.message(), shape.shape(charge));
        }
        return shape.shape(charge, expansion);
    }
}
