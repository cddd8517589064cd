package io.giaovan.orderservice.settlement;

import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the days that are over and has their statements paid. A statement whose payout waits at the gateway, or was
 * refused, is asked for again but is not unfinished work: its time has not come.
 */
@Singleton
final class SettlementWorker implements UnfinishedWork {
    private static final Logger LOG = LoggerFactory.getLogger(SettlementWorker.class);

    private final LineBook book;
    private final Closings closings;
    private final StatementPayments payments;

    SettlementWorker(LineBook book, Closings closings, StatementPayments payments) {
        this.book = book;
        this.closings = closings;
        this.payments = payments;
    }

    @Override
    public String name() {
        return "settlement";
    }

    @Override
    public long unfinished() {
        return closings.listDue().size() + payments.countNew();
    }

    @Scheduled(fixedDelay = "${giaovan.settlement.watch-every:PT1S}")
    void watch() {
        try {
            runNow();
        } catch (RuntimeException trouble) {
            LOG.warn("settlement will be looked at again: {}", trouble.toString());
        }
    }

    @Scheduled(
            initialDelay = "${giaovan.settlement.ask-every:PT60S}",
            fixedDelay = "${giaovan.settlement.ask-every:PT60S}")
    void askAgain() {
        try {
            book.bookArrived();
            payments.payAll();
        } catch (RuntimeException trouble) {
            LOG.warn("unpaid statements will be asked for again: {}", trouble.toString());
        }
    }

    /** Closes what is due and asks for what is new, in the calling thread. */
    void runNow() {
        var due = closings.listDue();
        if (!due.isEmpty()) {
            book.bookArrived();
            due.forEach(closings::closeDue);
        }
        payments.payNew();
    }
}
