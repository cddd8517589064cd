package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.charge.ChargeFact.CancelAsked;
import io.giaovan.paymentgateway.charge.ChargeFact.CaptureAsked;
import io.giaovan.paymentgateway.charge.ChargeFact.Confirmed;
import io.giaovan.paymentgateway.charge.ChargeFact.MethodChosen;
import io.giaovan.paymentgateway.charge.ChargeFact.PasswordTyped;
import io.giaovan.paymentgateway.charge.ChargeFact.TimeRanOut;
import io.giaovan.paymentgateway.charge.ChargeState.AwaitingCash;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresCapture;
import io.giaovan.paymentgateway.charge.sharing.Sharing;
import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be asked of a charge. Each request is a stored change first; calls to providers follow it and are
 * recorded when they answer. Safe for concurrent use, also by several processes.
 */
@Context
public final class Charges {
    private static final int TRIES_MAX = 50;

    /** How many early notices are remembered; the others are made good by asking by and by. */
    private static final int EARLY_MAX = 10_000;

    /** Charges whose provider told something before it had answered the first call. */
    private final Set<ChargeId> early = ConcurrentHashMap.newKeySet();

    private final ChargeStore store;
    private final ChargeBookings bookings;
    private final Attempts attempts;
    private final ChargeNews news;
    private final ChargeAgenda agenda;
    private final PayerLimits limits;
    private final RailCalls calls;
    private final RefundCalls refunds;
    private final Clock clock;

    Charges(
            ChargeStore store,
            ChargeBookings bookings,
            Attempts attempts,
            ChargeNews news,
            ChargeAgenda agenda,
            PayerLimits limits,
            RailCalls calls,
            RefundCalls refunds,
            Clock clock) {
        this.store = store;
        this.bookings = bookings;
        this.attempts = attempts;
        this.news = news;
        this.agenda = agenda;
        this.limits = limits;
        this.calls = calls;
        this.refunds = refunds;
        this.clock = clock;
        agenda.lookAfterWith(this::lookAfter);
    }

    /**
     * Opens a charge; one with its id stays as it is.
     *
     * @return the charge as it stands now
     * @throws ProblemException IDEMPOTENCY_KEY_REUSED when the id belongs to another request
     */
    public Charge open(Charge fresh) {
        if (!store.insert(fresh, news.of(null, fresh))) {
            Charge standing = get(fresh.merchantId(), fresh.id());
            if (!standing.fingerprint().equals(fresh.fingerprint())) {
                throw new ProblemException(
                        ErrorCode.IDEMPOTENCY_KEY_REUSED, "The key opened " + fresh.id() + " for another request");
            }
            return standing;
        }
        Charge stored = fresh.withVersion(1);
        agenda.watch(stored);
        return stored;
    }

    public Charge get(MerchantId merchantId, ChargeId id) {
        return store.find(merchantId, id).orElseThrow(() -> ProblemException.notFound("charge", id.value()));
    }

    /** Changes what the merchant noted on a charge; that moves no money and is possible at any time. */
    public Charge annotate(MerchantId merchantId, ChargeId id, UnaryOperator<Particulars> change) {
        return change(merchantId, id, charge -> {
            Particulars noted = change.apply(charge.particulars());
            return noted.equals(charge.particulars())
                    ? charge
                    : charge.withOrder(charge.amount(), charge.capture(), charge.method(), noted);
        });
    }

    /** The same with the terms on which the charge is shared as they were. */
    public Charge reorder(
            MerchantId merchantId, ChargeId id, Money amount, CaptureMode capture, @Nullable ChosenMethod method) {
        return reorder(merchantId, id, amount, capture, method, UnaryOperator.identity());
    }

    /**
     * Changes what is ordered, while no provider has anything of it.
     *
     * @param method how the buyer pays, or null while that is open
     * @param sharing changes the terms on which the charge is shared
     * @throws ProblemException OUT_OF_SEQUENCE when the charge was sent already
     */
    public Charge reorder(
            MerchantId merchantId,
            ChargeId id,
            Money amount,
            CaptureMode capture,
            @Nullable ChosenMethod method,
            UnaryOperator<Sharing> sharing) {
        return change(merchantId, id, charge -> {
            if (!(charge.state() instanceof ChargeState.RequiresPaymentMethod)
                    && !(charge.state() instanceof ChargeState.RequiresConfirmation)) {
                throw outOfSequence(charge, "changed");
            }
            Particulars before = charge.particulars();
            Particulars shared = before.withSharing(sharing.apply(before.sharing()));
            if (amount.equals(charge.amount())
                    && capture == charge.capture()
                    && Objects.equals(method, charge.method())
                    && shared.equals(before)) {
                return charge;
            }
            Charge ordered = charge.withOrder(amount, capture, method, shared);
            return method == null ? ordered : moved(ordered, new MethodChosen(), "given a way to pay");
        });
    }

    /** Sends the charge to its rail. */
    public Charge confirm(MerchantId merchantId, ChargeId id) {
        Charge confirmed = calls.follow(this, change(merchantId, id, charge -> {
            Attempt attempt = attempts.next(charge);
            Charge moved = moved(charge, new Confirmed(attempt), "confirmed");
            return moved == charge
                    ? charge
                    : moved.withAttempt(charge.attempts() + 1, attempt.id(), clock.instant())
                            .withProvider(null, null);
        }));
        return early.remove(id) && attempts.awaitsNews(confirmed) ? calls.look(this, confirmed) : confirmed;
    }

    /** Passes on the one-time password. */
    public Charge enterPassword(MerchantId merchantId, ChargeId id, String password) {
        if (!password.matches("[0-9]{4,10}")) {
            throw ProblemException.invalid("password", "", "is not 4 to 10 digits");
        }
        Charge charge = change(merchantId, id, before -> {
            if (before.authorization() == null) {
                throw outOfSequence(before, "asked for a one-time password");
            }
            Attempt attempt = attempts.next(before);
            return counted(moved(before, new PasswordTyped(attempt), "given a one-time password"), before);
        });
        return calls.follow(this, charge, password);
    }

    /** Takes held money, or books cash. */
    public Charge capture(MerchantId merchantId, ChargeId id, Money amount, Evidence evidence) {
        return calls.follow(this, change(merchantId, id, charge -> {
            checkCapture(charge, amount, evidence);
            Charge moved = moved(charge, new CaptureAsked(attempts.next(charge), amount, evidence), "captured");
            if (charge.state() instanceof AwaitingCash && moved != charge) {
                return moved.plus(new Movement(
                        "captured",
                        Movement.Kind.CAPTURED,
                        amount,
                        evidence.takenAt(),
                        String.valueOf(evidence.courierId())));
            }
            return counted(moved, charge);
        }));
    }

    private static void checkCapture(Charge charge, Money amount, Evidence evidence) {
        if (!amount.currency().equals(charge.amount().currency())
                || !amount.isPositive()
                || amount.compareTo(charge.amount()) > 0) {
            throw ProblemException.invalid(
                    "amount",
                    amount.amount() + " " + amount.currency(),
                    "is outside 1 to " + charge.amount().amount() + " "
                            + charge.amount().currency());
        }
        if (charge.state() instanceof AwaitingCash && evidence.courierId() == null) {
            throw ProblemException.invalid("courierId", "", "is missing, cash needs who holds it");
        }
    }

    /** Gives the charge up and releases what stands at the provider. */
    public Charge cancel(MerchantId merchantId, ChargeId id, String reason) {
        return calls.follow(
                this,
                change(
                        merchantId,
                        id,
                        charge -> givenUp(
                                charge,
                                moved(
                                        charge,
                                        new CancelAsked(
                                                attempts.next(charge), reason, attempts.standsAtProvider(charge)),
                                        "cancelled"))));
    }

    /** Gives up an attempt that needs a buyer who is away; the charge then waits for another way to pay. */
    public Charge declineUnattended(MerchantId merchantId, ChargeId id) {
        return cancel(merchantId, id, ChargeLife.UNATTENDED);
    }

    /** Gives money back, with nothing of what was shared. */
    public Charge refund(
            MerchantId merchantId,
            ChargeId id,
            String refundId,
            Money amount,
            @Nullable String reason,
            Map<String, String> metadata) {
        return refund(merchantId, id, new Refund.Wish(refundId, amount, reason, metadata));
    }

    /** Gives money back. The same refund id is given back once. */
    public Charge refund(MerchantId merchantId, ChargeId id, Refund.Wish wish) {
        Charge charge = change(merchantId, id, before -> {
            Optional<Refund> standing = before.refund(wish.id());
            if (standing.isPresent()) {
                if (!standing.get().amount().equals(wish.amount())) {
                    throw new ProblemException(
                            ErrorCode.IDEMPOTENCY_KEY_REUSED, "The key refunded another amount of " + id);
                }
                return before;
            }
            Instant now = clock.instant();
            return before.withRefund(wish.of(before, now, attempts.first(wish.id())))
                    .plus(new Movement(
                            wish.id() + ":started", Movement.Kind.REFUND_STARTED, wish.amount(), now, wish.id()));
        });
        return refunds.begin(this, charge, wish.id());
    }

    /** Changes what the merchant noted on a refund. */
    public Charge annotateRefund(MerchantId merchantId, ChargeId id, String refundId, Map<String, String> metadata) {
        return change(merchantId, id, before -> {
            Refund refund = before.refund(refundId).orElseThrow(() -> ProblemException.notFound("refund", refundId));
            return refund.metadata().equals(metadata) ? before : before.withRefund(refund.withMetadata(metadata));
        });
    }

    /**
     * Does now what is due for a charge, above all asks its provider about an unknown outcome. Nothing is charged again,
     * and nobody asks while another process has the attempt to itself.
     */
    public void repair(ChargeId id) {
        lookAfter(id);
    }

    /**
     * A provider let us hear that something happened to a charge. What it was is asked of the provider itself, so that a
     * notice which is forged, old, doubled or out of order changes nothing.
     */
    public void heard(ChargeId id) {
        lookAfter(id);
        if (early.size() < EARLY_MAX
                && store.find(id)
                        .filter(charge -> charge.state() instanceof ChargeState.Starting)
                        .isPresent()) {
            early.add(id);
        }
        store.find(id).ifPresent(charge -> calls.lookBack(this, charge));
    }

    /** Does what is due: answers that never came, time that ran out, refunds on their way, bookings left by a crash. */
    private void lookAfter(ChargeId id) {
        Charge charge = store.find(id).orElse(null);
        if (charge == null) {
            agenda.forget(id);
            return;
        }
        bookings.book(charge);
        limits.settle(charge);
        if (charge.state() instanceof ChargeState.InFlight) {
            charge = calls.ask(this, charge);
        } else if (timeIsOver(charge)) {
            charge = calls.follow(this, change(charge.merchantId(), id, before -> {
                return timeIsOver(before) ? expired(before) : before;
            }));
        } else if (attempts.awaitsNews(charge)) {
            charge = calls.look(this, charge);
        } else {
            charge = calls.follow(this, charge);
        }
        charge = refunds.follow(this, charge);
        if (isDone(charge)) {
            store.close(charge);
        }
        agenda.watch(charge);
    }

    /** The charge when its time is over. */
    Charge expired(Charge before) {
        return givenUp(
                before,
                moved(before, new TimeRanOut(attempts.next(before), attempts.standsAtProvider(before)), "expired"));
    }

    private static boolean isDone(Charge charge) {
        return charge.state().isFinal() && !charge.hasPendingRefund();
    }

    private boolean timeIsOver(Charge charge) {
        return ChargeAgenda.businessDue(charge)
                .filter(due -> !clock.instant().isBefore(due))
                .isPresent();
    }

    /** Stores a change, again and again if others were faster, then books what moved. */
    Charge change(MerchantId merchantId, ChargeId id, UnaryOperator<Charge> decide) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Charge before = get(merchantId, id);
            bookings.book(before);
            Charge decided = decide.apply(before);
            if (decided == before) {
                return before;
            }
            if (before.state() instanceof ChargeState.RequiresPaymentMethod) {
                limits.settle(before);
            }
            Charge after =
                    decided.state().isFinal() && decided.endedAt() == null ? decided.endedAt(clock.instant()) : decided;
            if (store.update(after, news.of(before, after))) {
                Charge stored = after.withVersion(before.version() + 1);
                agenda.watch(stored);
                bookings.book(stored);
                if (!stored.state().equals(before.state())) {
                    limits.settle(stored);
                }
                if (isDone(stored)) {
                    store.close(stored);
                }
                return stored;
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, id + " is being changed by others; try again");
    }

    /** The charge after a fact; the same object when the fact changes nothing. */
    static Charge moved(Charge charge, ChargeFact fact, String word) {
        return switch (ChargeLife.on(charge.state(), fact)) {
            case ChargeOutcome.Moved moved -> charge.with(moved.state());
            case ChargeOutcome.Unchanged _ -> charge;
            case ChargeOutcome.OutOfSequence _ -> throw outOfSequence(charge, word);
        };
    }

    /** Money that had come in for a charge that is given up goes to suspense. */
    Charge givenUp(Charge before, Charge after) {
        boolean released = after.state() instanceof ChargeState.Canceled
                && !(before.state() instanceof ChargeState.Canceled)
                && after.transferred().isPositive();
        Charge counted = counted(after, before);
        return released
                ? counted.plus(new Movement(
                        "part-released", Movement.Kind.PART_RELEASED, after.transferred(), clock.instant(), ""))
                : counted;
    }

    /** A new attempt is counted when the change began one. */
    static Charge counted(Charge after, Charge before) {
        return after != before && after.state() instanceof ChargeState.InFlight
                ? after.withAttempt(before.attempts() + 1, after.startedAttempt(), after.startedAt())
                : after;
    }

    private static ProblemException outOfSequence(Charge charge, String word) {
        return new ProblemException(
                ErrorCode.OUT_OF_SEQUENCE,
                charge.id() + " is " + charge.state().wireName() + " and cannot be " + word + " now");
    }

    static boolean waitsForAutomaticCapture(Charge charge) {
        return charge.state() instanceof RequiresCapture && charge.capture() == CaptureMode.AUTOMATIC;
    }
}
