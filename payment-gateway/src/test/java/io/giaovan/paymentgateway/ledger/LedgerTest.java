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
