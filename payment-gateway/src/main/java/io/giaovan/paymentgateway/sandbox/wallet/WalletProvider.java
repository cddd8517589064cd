package io.giaovan.paymentgateway.sandbox.wallet;

import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.sandbox.SandboxFaults;
import io.giaovan.paymentgateway.sandbox.callback.SandboxCallbacks;
import io.giaovan.paymentgateway.sandbox.wallet.WalletOrder.Magic;
import io.giaovan.paymentgateway.sandbox.wallet.WalletOrder.Status;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;

/** How the fake wallets behave. Amounts whose last three digits are 001 to 006 always do the same: see {@link Magic}. */
@Singleton
final class WalletProvider {
    private static final int TRIES_MAX = 20;
    private static final long TRANSACTION_MAX = 1L << 40;

    private final MongoWalletBooks books;
    private final SandboxCallbacks callbacks;
    private final Map<WalletForm, WalletNews> news = new EnumMap<>(WalletForm.class);
    private final Map<WalletForm, SandboxFaults> faults = new EnumMap<>(WalletForm.class);
    private final Clock clock;

    WalletProvider(MongoWalletBooks books, SandboxCallbacks callbacks, List<WalletNews> news, Clock clock) {
        this.books = books;
        this.callbacks = callbacks;
        this.clock = clock;
        news.forEach(form -> this.news.put(form.form(), form));
        for (WalletForm form : WalletForm.values()) {
            faults.put(form, new SandboxFaults());
        }
    }

    SandboxFaults faults(WalletForm form) {
        return Objects.requireNonNull(faults.get(form));
    }

    /** What opening an order came to: the order, and whether it was open before. */
    record Opened(WalletOrder order, boolean before) {}

    /** Opens an order, once. */
    Opened open(
            WalletForm form,
            String id,
            long amount,
            boolean hold,
            Instant expiresAt,
            String returnUrl,
            String noticeUrl,
            Document request) {
        Instant now = clock.instant();
        long transaction = Long.parseLong(Secrets.digest(form + "|" + id).substring(0, 12), 16) % TRANSACTION_MAX + 1;
        boolean first = books.insert(new Document("_id", MongoWalletBooks.key(form, id))
                .append("schema", 1)
                .append("form", form.name())
                .append("order", id)
                .append("amount", amount)
                .append("hold", hold)
                .append("transaction", transaction)
                .append("returnUrl", returnUrl)
                .append("noticeUrl", noticeUrl)
                .append("request", request)
                .append("refunds", List.of())
                .append("status", Status.PENDING.name())
                .append("createdAt", Date.from(now))
                .append("changedAt", Date.from(now))
                .append("expiresAt", Date.from(expiresAt)));
        WalletOrder order = get(form, id).orElseThrow();
        if (first) {
            if (order.is(Magic.DECLINES)) {
                answer(order, false);
            } else if (order.is(Magic.APPROVES)
                    || order.is(Magic.NO_NOTICE)
                    || order.is(Magic.REFUND_REFUSED)
                    || order.is(Magic.PAID_BEFORE_THE_REPLY)) {
                answer(order, true);
            }
        }
        return new Opened(order, !first);
    }

    /** An order as it stands; one that nobody paid in time has expired. */
    Optional<WalletOrder> get(WalletForm form, String id) {
        return books.find(form, id).map(order -> {
            if (order.status() == Status.PENDING && clock.instant().isAfter(order.expiresAt())) {
                books.move(order, Status.PENDING, Status.EXPIRED, clock.instant());
                return books.find(form, id).orElse(order);
            }
            return order;
        });
    }

    /** The buyer pays or declines; false when it is too late for that. */
    boolean answer(WalletOrder order, boolean approved) {
        Status after = approved ? order.hold() ? Status.HELD : Status.PAID : Status.DECLINED;
        boolean moved = books.move(order, Status.PENDING, after, clock.instant());
        if (moved && !order.is(Magic.NO_NOTICE)) {
            tell(books.find(order.form(), order.id()).orElseThrow());
        }
        return moved;
    }

    /** Takes or lets go what is held; false when nothing is held. */
    boolean confirm(WalletOrder order, boolean capture) {
        return books.move(order, Status.HELD, capture ? Status.PAID : Status.CANCELLED, clock.instant());
    }

    /** What a refund came to. */
    enum RefundOutcome {
        DONE,
        /** The same refund was done before. */
        KNOWN,
        /** More than what is left, or nothing was paid. */
        TOO_MUCH,
        REFUSED
    }

    RefundOutcome refund(WalletForm form, String id, String refundId, long amount) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            WalletOrder order = get(form, id).orElse(null);
            if (order == null || order.status() != Status.PAID) {
                return RefundOutcome.TOO_MUCH;
            }
            Optional<Document> known = findRefund(order, refundId);
            if (known.isPresent()) {
                return StoredValues.longAt(known.get(), "amount") == amount
                        ? RefundOutcome.KNOWN
                        : RefundOutcome.TOO_MUCH;
            }
            if (order.is(Magic.REFUND_REFUSED)) {
                return RefundOutcome.REFUSED;
            }
            if (amount <= 0 || order.refunded() + amount > order.amount()) {
                return RefundOutcome.TOO_MUCH;
            }
            Document refund =
                    new Document("id", refundId).append("amount", amount).append("at", Date.from(clock.instant()));
            if (books.refund(order, refund)) {
                return RefundOutcome.DONE;
            }
        }
        throw new IllegalStateException("refund " + refundId + " always lost the race");
    }

    static Optional<Document> findRefund(WalletOrder order, String refundId) {
        return order.refunds().stream()
                .filter(refund -> refundId.equals(refund.getString("id")))
                .findFirst();
    }

    /** Finds an order by the wallet's own id of its payment. */
    Optional<WalletOrder> findByTransaction(WalletForm form, long transaction) {
        return books.listPaid(form).stream()
                .filter(order -> order.transaction() == transaction)
                .findFirst();
    }

    /** Finds the order that a refund gave back from. */
    Optional<WalletOrder> findByRefund(WalletForm form, String refundId) {
        return books.listPaid(form).stream()
                .filter(order -> findRefund(order, refundId).isPresent())
                .findFirst();
    }

    private void tell(WalletOrder order) {
        callbacks.tell(Objects.requireNonNull(news.get(order.form())).of(order), faults(order.form()));
    }
}
