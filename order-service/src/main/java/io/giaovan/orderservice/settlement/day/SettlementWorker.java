package io.giaovan.orderservice.settlement.day;

import io.giaovan.orderservice.settlement.booking.LineBook;
import io.giaovan.orderservice.settlement.closing.Closings;
import io.giaovan.orderservice.settlement.statement.StatementPayments;
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
public final class SettlementWorker implements UnfinishedWork {
    private static final Logger LOG = LoggerFactory.getLogger(SettlementWorker.class);

    private final LineBook book;
    private final Closings closings;
    private final StatementPayments payments;

    public SettlementWorker(LineBook book, Closings closings, StatementPayments payments) {
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
    public void askAgain() {
        try {
            book.bookArrived();
            payments.payAll();
        } catch (RuntimeException trouble) {
            LOG.warn("unpaid statements will be asked for again: {}", trouble.toString());
        }
    }

    /** Closes what is due and asks for what is new, in the calling thread. */
    public void runNow() {
        var due = closings.listDue();
        if (!due.isEmpty()) {
            book.bookArrived();
            due.forEach(closings::closeDue);
        }
        payments.payNew();
    }
}
