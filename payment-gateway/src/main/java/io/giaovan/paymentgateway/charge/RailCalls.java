package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.charge.ChargeFact.BuyerAsked;
import io.giaovan.paymentgateway.charge.ChargeFact.CaptureAsked;
import io.giaovan.paymentgateway.charge.ChargeFact.CashAwaited;
import io.giaovan.paymentgateway.charge.ChargeFact.Held;
import io.giaovan.paymentgateway.charge.ChargeFact.PasswordWrong;
import io.giaovan.paymentgateway.charge.ChargeFact.RefusedByProvider;
import io.giaovan.paymentgateway.charge.ChargeFact.Released;
import io.giaovan.paymentgateway.charge.ChargeFact.Taken;
import io.giaovan.paymentgateway.charge.ChargeState.Capturing;
import io.giaovan.paymentgateway.charge.ChargeState.InFlight;
import io.giaovan.paymentgateway.charge.ChargeState.Succeeded;
import io.giaovan.paymentgateway.charge.ChargeState.Verifying;
import io.giaovan.paymentgateway.rail.Rail;
import io.giaovan.paymentgateway.rail.RailAnswer;
import io.giaovan.paymentgateway.rail.RailOrder;
import io.giaovan.paymentgateway.rail.Step;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls rails for attempts that are stored, and records what they answer. An answer counts only for the attempt it
 * belongs to.
 */
@Singleton
final class RailCalls {
    private static final Logger LOG = LoggerFactory.getLogger(RailCalls.class);
    private static final int STEPS_MAX = 6;

    private final ChargeOrders orders;
    private final Attempts attempts;
    private final PayerLimits limits;
    private final ChargeSettings settings;
    private final Clock clock;

    RailCalls(ChargeOrders orders, Attempts attempts, PayerLimits limits, ChargeSettings settings, Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes the call that a stored change asks for, and those that follow from its answer. */
    Charge follow(Charges charges, Charge charge) {
        return follow(charges, charge, null);
    }

    Charge follow(Charges charges, Charge given, @Nullable String password) {
        Charge charge = given;
        for (int step = 0; step < STEPS_MAX; step++) {
            if (Charges.waitsForAutomaticCapture(charge)) {
                charge = captureAutomatically(charges, charge);
            }
            if (!(charge.state() instanceof InFlight flying) || flying.attempt().asked() > 0) {
                return charge;
            }
            Charge after = call(charges, charge, flying, password);
            if (after == charge) {
                return charge;
            }
            charge = after;
        }
        return charge;
    }

    private Charge captureAutomatically(Charges charges, Charge held) {
        Evidence evidence = new Evidence(Evidence.BY_API, clock.instant(), null);
        return charges.change(
                held.merchantId(),
                held.id(),
                before -> Charges.waitsForAutomaticCapture(before)
                        ? Charges.counted(
                                Charges.moved(
                                        before,
                                        new CaptureAsked(attempts.next(before), before.amount(), evidence),
                                        "captured"),
                                before)
                        : before);
    }

    /** Returns the same charge when there was no answer or the attempt is somebody else's. */
    private Charge call(Charges charges, Charge charge, InFlight flying, @Nullable String password) {
        if (flying instanceof Verifying && password == null || !attempts.begin(flying.attempt())) {
            return charge;
        }
        try {
            Rail rail = orders.rail(charge);
            RailOrder order = orders.order(charge);
            RailAnswer answer = switch (flying.step()) {
                case START -> limited(charge).orElseGet(() -> rail.start(order));
                case VERIFY -> rail.enterPassword(order, Objects.requireNonNull(password));
                case CAPTURE -> rail.capture(order, amount(charge, flying));
                case RELEASE -> rail.release(order);
            };
            return record(charges, charge, flying, answer);
        } finally {
            attempts.end(flying.attempt());
        }
    }

    /** Asks what became of an attempt whose answer never came, if nobody else is at it. */
    Charge ask(Charges charges, Charge charge) {
        if (!(charge.state() instanceof InFlight seen) || !attempts.mayTakeOver(seen.attempt())) {
            return charge;
        }
        Attempt claimed = attempts.claim(seen.attempt());
        Charge mine = charges.change(
                charge.merchantId(),
                charge.id(),
                before -> before.version() == charge.version() ? before.with(seen.with(claimed)) : before);
        if (!(mine.state() instanceof InFlight flying)
                || !flying.attempt().equals(claimed)
                || !attempts.begin(claimed)) {
            return mine;
        }
        try {
            Optional<RailAnswer> limited = flying.step() == Step.START ? limited(mine) : Optional.empty();
            RailAnswer answer = limited.orElseGet(
                    () -> orders.rail(mine).ask(orders.order(mine), flying.step(), amount(mine, flying)));
            if (answer instanceof RailAnswer.NotAccepted(String why)) {
                answer = new RailAnswer.Unknown(why);
            }
            Charge after = record(charges, mine, flying, answer);
            return after == mine ? mine : follow(charges, after);
        } finally {
            attempts.end(claimed);
        }
    }

    /** Asks what a buyer did whose provider may not have told us. */
    Charge look(Charges charges, Charge seen) {
        RailAnswer answer = orders.rail(seen).ask(orders.order(seen), Step.START, seen.amount());
        if (answer instanceof RailAnswer.Unknown
                || answer instanceof RailAnswer.NotAccepted
                || answer instanceof RailAnswer.AwaitsBuyer) {
            return seen;
        }
        return follow(charges, charges.change(seen.merchantId(), seen.id(), before -> {
            boolean same = before.state() instanceof ChargeState.RequiresAction
                    && Objects.equals(before.startedAttempt(), seen.startedAttempt());
            return same ? answered(charges, before, answer) : before;
        }));
    }

    /**
     * Asks about a charge that has ended whether its provider took the money all the same, or took it back. Either waits
     * in suspense for a person.
     */
    void lookBack(Charges charges, Charge seen) {
        boolean taken = seen.state() instanceof Succeeded;
        if (!taken && !(seen.state() instanceof ChargeState.Canceled)
                || seen.reference() == null
                || seen.method() == null
                || !orders.rail(seen).mustBeAsked()) {
            return;
        }
        RailAnswer answer = orders.rail(seen).ask(orders.order(seen), Step.START, seen.amount());
        if (!taken && answer instanceof RailAnswer.Taken) {
            add(charges, seen, Movement.Kind.LATE, "late");
        } else if (taken
                && answer instanceof RailAnswer.Refused refused
                && refused.code().equals(RailAnswer.TAKEN_BACK)
                && seen.refunded().isZero()) {
            add(charges, seen, Movement.Kind.TAKEN_BACK, "taken-back");
        }
    }

    private void add(Charges charges, Charge seen, Movement.Kind kind, String id) {
        if (seen.hasMovement(id)) {
            return;
        }
        LOG.warn("{} of {} waits in suspense: the provider changed its mind", kind, seen.id());
        charges.change(
                seen.merchantId(),
                seen.id(),
                before -> before.hasMovement(id) || !before.state().equals(seen.state())
                        ? before
                        : before.plus(new Movement(id, kind, before.amount(), clock.instant(), "")));
    }

    /** No provider is called before a share of the limit is reserved, so who has none was never sent. */
    private Optional<RailAnswer> limited(Charge charge) {
        return limits.reserve(charge).map(refused -> refused);
    }

    private Charge record(Charges charges, Charge asked, InFlight flying, RailAnswer answer) {
        if (answer instanceof RailAnswer.Unknown(String why)) {
            LOG.info("{} of {} has no outcome yet: {}", flying.step(), asked.id(), why);
            return asked;
        }
        if (answer instanceof RailAnswer.NotAccepted(String why)) {
            LOG.info("{} of {} was not accepted: {}", flying.step(), asked.id(), why);
            if (flying.step() != Step.START
                    || ChargeOrders.method(asked).others().isEmpty()) {
                return asked;
            }
        }
        return charges.change(asked.merchantId(), asked.id(), before -> {
            boolean same = before.state() instanceof InFlight now
                    && now.attempt().id().equals(flying.attempt().id())
                    && now.step() == flying.step();
            return same ? answered(charges, before, answer) : before;
        });
    }

    private Charge answered(Charges charges, Charge before, RailAnswer answer) {
        if (answer instanceof RailAnswer.NotAccepted) {
            return rerouted(before);
        }
        Charge known = switch (answer) {
            case RailAnswer.AwaitsBuyer asked -> before.withProvider(asked.reference(), asked.authorization());
            case RailAnswer.Held held -> before.withProvider(held.reference(), before.authorization());
            case RailAnswer.Taken taken -> before.withProvider(taken.reference(), before.authorization());
            case RailAnswer.AwaitsCash _,
                    RailAnswer.Released _,
                    RailAnswer.WrongPassword _,
                    RailAnswer.Refused _,
                    RailAnswer.NotAccepted _,
                    RailAnswer.Unknown _ -> before;
        };
        Charge after =
                fact(answer).map(fact -> Charges.moved(known, fact, "answered")).orElse(known);
        if (after.state() instanceof Succeeded && !before.hasMovement("captured")) {
            Money amount = before.state() instanceof Capturing capturing ? capturing.amount() : before.amount();
            return after.plus(new Movement("captured", Movement.Kind.CAPTURED, amount, clock.instant(), ""));
        }
        return charges.givenUp(before, after);
    }

    /** The next rail gets an attempt of its own; the one before surely has nothing of the charge. */
    private Charge rerouted(Charge before) {
        Attempt attempt = attempts.next(before);
        return before.with(new ChargeState.Starting(attempt))
                .withOrder(
                        before.amount(),
                        before.capture(),
                        ChargeOrders.method(before).next(),
                        before.particulars())
                .withAttempt(before.attempts() + 1, attempt.id(), clock.instant())
                .withProvider(null, null);
    }

    private Optional<ChargeFact> fact(RailAnswer answer) {
        return switch (answer) {
            case RailAnswer.AwaitsBuyer asked -> Optional.of(new BuyerAsked(asked.next()));
            case RailAnswer.AwaitsCash _ -> Optional.of(new CashAwaited());
            case RailAnswer.Held held -> Optional.of(new Held(held.until()));
            case RailAnswer.Taken _ -> Optional.of(new Taken());
            case RailAnswer.Released _ -> Optional.of(new Released());
            case RailAnswer.WrongPassword _ -> Optional.of(new PasswordWrong(settings.passwordTriesMax()));
            case RailAnswer.Refused refused ->
                Optional.of(new RefusedByProvider(new Failure(refused.code(), refused.message())));
            case RailAnswer.NotAccepted _, RailAnswer.Unknown _ -> Optional.empty();
        };
    }

    private static Money amount(Charge charge, InFlight flying) {
        return flying instanceof Capturing capturing ? capturing.amount() : charge.amount();
    }
}
