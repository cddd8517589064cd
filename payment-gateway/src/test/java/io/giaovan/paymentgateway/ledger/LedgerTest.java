package io.giaovan.paymentgateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import io.giaovan.store.document.TestMongo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");
    private static final LedgerAccount BANK = LedgerAccount.house(Kind.BANK);
    private static final LedgerAccount SELLER = new LedgerAccount(Kind.SELLER, "rose");

    private final TestMongo mongo = TestMongo.start();
    private final Ledger ledger = new MongoLedger(mongo.database());
    private final MongoCollection<Document> stored = mongo.database().getCollection("ledger_transfers");

    @BeforeEach
    void book() {
        for (int number = 1; number <= 5; number++) {
            ledger.post(captured(number, number * 1_000L));
        }
    }

    @AfterEach
    void stop() {
        mongo.close();
    }

    @Test
    void whatIsRightIsFoundRight() {
        LedgerAudit audit = ledger.audit();

        assertThat(audit.findings()).isEmpty();
        assertThat(audit.transfers()).isEqualTo(5);
        assertThat(ledger.balance(SELLER, Money.VND)).isEqualTo(Money.vnd(15_000));
    }

    @Test
    void anUnbalancedTransferIsRefusedAndBooksNothing() {
        assertThatThrownBy(() ->
                        transfer("lame", Entry.debit(BANK, Money.vnd(1_000)), Entry.credit(SELLER, Money.vnd(999))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("VND add up to 1");
        assertThatThrownBy(() -> transfer(
                        "mixed", Entry.debit(BANK, Money.vnd(1_000)), Entry.credit(SELLER, new Money(1_000, "USD"))))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(stored.countDocuments()).isEqualTo(5);
    }

    @Test
    void aPlantedUnbalancedTransferIsFound() {
        Document standing = stored.find(Filters.eq("transferId", "charge:3")).first();
        List<Document> entries = standing.getList("entries", Document.class);
        entries.getFirst().put("amount", 1L);
        stored.updateOne(Filters.eq("_id", standing.get("_id")), Updates.set("entries", entries));

        LedgerAudit audit = ledger.audit();

        assertThat(audit.balanced()).isFalse();
        assertThat(audit.chainIntact()).isFalse();
        assertThat(audit.balancesAgree()).isFalse();
        assertThat(audit.findings())
                .anyMatch(finding -> finding.contains("charge:3") && finding.contains("add up to -2999"))
                .anyMatch(finding -> finding.contains("charge:3") && finding.contains("changed after it was booked"));
    }

    @Test
    void aPlantedBalancedMutationIsFoundByItsHash() {
        Document standing = stored.find(Filters.eq("transferId", "charge:2")).first();
        List<Document> entries = standing.getList("entries", Document.class);
        entries.get(0).put("amount", 9_000L);
        entries.get(1).put("amount", -9_000L);
        stored.updateOne(Filters.eq("_id", standing.get("_id")), Updates.set("entries", entries));

        LedgerAudit audit = ledger.audit();

        assertThat(audit.balanced()).isTrue();
        assertThat(audit.chainIntact()).isFalse();
        assertThat(audit.findings()).anyMatch(finding -> finding.contains("charge:2"));
    }

    @Test
    void aChangedReferenceOrADeletedTransferIsFound() {
        stored.updateOne(Filters.eq("transferId", "charge:1"), Updates.set("references.order", "another"));
        assertThat(ledger.audit().findings()).anyMatch(finding -> finding.contains("charge:1"));

        stored.deleteOne(Filters.eq("transferId", "charge:4"));
        assertThat(ledger.audit().findings()).anyMatch(finding -> finding.contains("is missing"));
    }

    @Test
    void theSameTransferIsBookedOnceAndAnotherUnderItsIdNever() {
        assertThat(ledger.post(captured(1, 1_000))).isFalse();
        assertThatThrownBy(() -> ledger.post(captured(1, 1_001))).isInstanceOf(IllegalStateException.class);

        assertThat(stored.countDocuments()).isEqualTo(5);
    }

    @Test
    void aListGoesOnWhereItEndedWithoutLossOrRepetition() {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        Sliced<Transfer> slice;
        do {
            slice = ledger.slice(SELLER, new Slice(cursor, null, 2, null, null));
            slice.items().forEach(transfer -> ids.add(transfer.id().value()));
            cursor = ids.getLast();
        } while (slice.more());

        assertThat(ids).containsExactly("charge:5", "charge:4", "charge:3", "charge:2", "charge:1");
        assertThat(ledger.slice(SELLER, new Slice(null, "charge:2", 2, null, null))
                        .items())
                .extracting(transfer -> transfer.id().value())
                .containsExactly("charge:4", "charge:3");
        assertThat(ledger.slice(SELLER, new Slice(null, null, 9, NOON.plusSeconds(2), NOON.plusSeconds(4)))
                        .items())
                .extracting(transfer -> transfer.id().value())
                .containsExactly("charge:3", "charge:2");
    }

    @Test
    void reservedMoneyMovesNothingAndCannotBeTakenTwice() {
        assertThat(ledger.postCovered(reserving("r-1", 10_000), SELLER)).isEqualTo(new PostingOutcome.Booked(true));
        assertThat(ledger.postCovered(reserving("r-1", 10_000), SELLER)).isEqualTo(new PostingOutcome.Booked(false));

        assertThat(ledger.balance(SELLER, Money.VND)).isEqualTo(Money.vnd(15_000));
        assertThat(ledger.reserved(SELLER, Money.VND)).isEqualTo(Money.vnd(10_000));
        assertThat(ledger.postCovered(reserving("r-2", 6_000), SELLER))
                .isEqualTo(new PostingOutcome.NotCovered(Money.vnd(5_000)));
        assertThat(ledger.postCovered(paidOut("p-1", 6_000), SELLER))
                .isEqualTo(new PostingOutcome.NotCovered(Money.vnd(5_000)));
        assertThat(ledger.audit().findings()).isEmpty();
        assertThat(ledger.slice(SELLER, new Slice(null, null, 9, null, null)).items())
                .hasSize(5);
    }

    @Test
    void aReservationIsPostedInPartAndTheRestIsFree() {
        ledger.postCovered(reserving("r-1", 10_000), SELLER);

        assertThatThrownBy(() -> post("r-1", 10_001)).isInstanceOf(IllegalArgumentException.class);
        assertThat(post("r-1", 4_000)).isEqualTo(new ReservationEnd.Done(true));
        assertThat(post("r-1", 4_000)).isEqualTo(new ReservationEnd.Done(false));
        assertThat(post("r-1", 4_001)).isEqualTo(new ReservationEnd.EndedBefore(ReservationEnd.How.POSTED));
        assertThat(ledger.release(new TransferId("r-1"), NOON))
                .isEqualTo(new ReservationEnd.EndedBefore(ReservationEnd.How.POSTED));

        assertThat(ledger.balance(SELLER, Money.VND)).isEqualTo(Money.vnd(11_000));
        assertThat(ledger.reserved(SELLER, Money.VND)).isEqualTo(Money.vnd(0));
        assertThat(post("r-9", 1)).isEqualTo(new ReservationEnd.NotReserved());
        assertThat(ledger.audit().findings()).isEmpty();
    }

    @Test
    void aReservationIsReleasedOrLapsesOnceItsTimeIsOver() {
        ledger.post(reserving("r-1", 10_000));
        ledger.post(reserving("r-2", 1_000));

        assertThat(ledger.release(new TransferId("r-1"), NOON)).isEqualTo(new ReservationEnd.Done(true));
        assertThatThrownBy(() -> ledger.lapse(new TransferId("r-2"), NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.lapse(new TransferId("r-2"), NOON.plusSeconds(60))).isEqualTo(new ReservationEnd.Done(true));

        assertThat(ledger.listReserved()).isEmpty();
        assertThat(ledger.balance(SELLER, Money.VND)).isEqualTo(Money.vnd(15_000));
        assertThat(ledger.audit().findings()).isEmpty();
    }

    @Test
    void ofPostReleaseAndLapseExactlyOneWins() throws InterruptedException {
        for (int round = 0; round < 30; round++) {
            TransferId id = new TransferId("race-" + round);
            ledger.post(reserving(id.value(), 10));
            List<ReservationEnd> ends = Collections.synchronizedList(new ArrayList<>());
            List<Thread> threads = List.of(
                    Thread.ofVirtual().unstarted(() -> ends.add(post(id.value(), 10))),
                    Thread.ofVirtual().unstarted(() -> ends.add(ledger.release(id, NOON))),
                    Thread.ofVirtual().unstarted(() -> ends.add(ledger.lapse(id, NOON.plusSeconds(60)))));
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(ends).hasSize(3).containsOnlyOnce(new ReservationEnd.Done(true));
        }
        assertThat(ledger.audit().findings()).isEmpty();
    }

    @Test
    void anotherProcessSeesTheSameReservationsAlsoFromASnapshot() {
        ledger.post(reserving("r-1", 10_000));
        for (int number = 6; number <= 1_100; number++) {
            ledger.post(captured(number, 1));
        }
        Ledger other = new MongoLedger(mongo.database());

        assertThat(other.listReserved()).isEqualTo(ledger.listReserved()).hasSize(1);
        assertThat(other.release(new TransferId("r-1"), NOON)).isEqualTo(new ReservationEnd.Done(true));
        assertThat(ledger.listReserved()).isEmpty();
        assertThat(ledger.audit().findings()).isEmpty();
    }

    @Test
    void aPlantedChangeOfAReservationIsFound() {
        ledger.post(reserving("r-1", 10_000));
        Document standing = stored.find(Filters.eq("transferId", "r-1")).first();
        List<Document> lines = standing.getList("reserved", Document.class);
        lines.get(0).put("amount", 9_000L);
        lines.get(1).put("amount", -9_000L);
        stored.updateOne(Filters.eq("_id", standing.get("_id")), Updates.set("reserved", lines));

        assertThat(ledger.audit().findings()).anyMatch(finding -> finding.contains("r-1"));
    }

    private ReservationEnd post(String id, long dong) {
        return ledger.postReserved(
                new TransferId(id),
                TransferKind.CORRECTION,
                NOON,
                List.of(Entry.debit(SELLER, Money.vnd(dong)), Entry.credit(BANK, Money.vnd(dong))));
    }

    private static Transfer reserving(String id, long dong) {
        return Transfer.reserving(
                new TransferId(id),
                TransferKind.CORRECTION,
                NOON,
                List.of(Entry.debit(SELLER, Money.vnd(dong)), Entry.credit(BANK, Money.vnd(dong))),
                NOON.plusSeconds(60),
                Map.of());
    }

    private static Transfer paidOut(String id, long dong) {
        return transfer(id, Entry.debit(SELLER, Money.vnd(dong)), Entry.credit(BANK, Money.vnd(dong)));
    }

    private static Transfer captured(int number, long dong) {
        return new Transfer(
                new TransferId("charge:" + number),
                TransferKind.CHARGE_CAPTURED,
                NOON.plusSeconds(number),
                List.of(Entry.debit(BANK, Money.vnd(dong)), Entry.credit(SELLER, Money.vnd(dong))),
                Map.of("charge", "pi_" + number, "order", "o-" + number));
    }

    private static Transfer transfer(String id, Entry... entries) {
        return new Transfer(new TransferId(id), TransferKind.CORRECTION, NOON, List.of(entries), Map.of());
    }
}
