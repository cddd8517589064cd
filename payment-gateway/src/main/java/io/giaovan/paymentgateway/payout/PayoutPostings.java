package io.giaovan.paymentgateway.payout;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.PostingOutcome;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import io.giaovan.paymentgateway.rail.mobilemoney.MobileMoneyPayouts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Books payouts: out of the seller's balance once, and back again or on to the bank once. */
@Singleton
final class PayoutPostings {
    private final Ledger ledger;
    private final Clock clock;

    PayoutPostings(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Takes the money from the seller's balance; false when that does not cover it. */
    boolean taken(Payout payout) {
        LedgerAccount seller = seller(payout);
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.debit(seller, payout.amount().plus(payout.fees())));
        entries.add(Entry.credit(LedgerAccount.house(Kind.PAYOUTS_IN_TRANSIT), payout.amount()));
        if (payout.fees().isPositive()) {
            entries.add(Entry.credit(LedgerAccount.house(Kind.FEES), payout.fees()));
        }
        return ledger.postCovered(transfer(payout, "started", TransferKind.PAYOUT_STARTED, entries), seller)
                instanceof PostingOutcome.Booked;
    }

    /** What a seller's balance holds. */
    Money balance(MerchantId merchantId, String currency) {
        return ledger.balance(new LedgerAccount(Kind.SELLER, merchantId.value()), currency);
    }

    /** Books the end of a payout; one that is at no end books nothing. */
    void end(Payout payout) {
        LedgerAccount transit = LedgerAccount.house(Kind.PAYOUTS_IN_TRANSIT);
        Money amount = payout.amount();
        switch (payout.status()) {
            case PAID ->
                ledger.post(transfer(
                        payout,
                        "paid",
                        TransferKind.PAYOUT_PAID,
                        List.of(Entry.debit(transit, amount), Entry.credit(source(payout), amount))));
            case FAILED -> ledger.post(transfer(payout, "failed", TransferKind.PAYOUT_FAILED, givenBack(payout)));
            case CANCELED -> {
                if (wasTaken(payout)) {
                    ledger.post(transfer(payout, "canceled", TransferKind.PAYOUT_CANCELED, givenBack(payout)));
                }
            }
            case PENDING, IN_TRANSIT -> {}
        }
    }

    private boolean wasTaken(Payout payout) {
        return ledger.find(id(payout, "started")).isPresent();
    }

    /** Where the money of a payout comes from. */
    private static LedgerAccount source(Payout payout) {
        return payout.phone() == null
                ? LedgerAccount.house(Kind.BANK)
                : new LedgerAccount(Kind.CLEARING, MobileMoneyPayouts.RAIL);
    }

    private static LedgerAccount seller(Payout payout) {
        return new LedgerAccount(Kind.SELLER, payout.merchantId().value());
    }

    private static List<Entry> givenBack(Payout payout) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.debit(LedgerAccount.house(Kind.PAYOUTS_IN_TRANSIT), payout.amount()));
        if (payout.fees().isPositive()) {
            entries.add(Entry.debit(LedgerAccount.house(Kind.FEES), payout.fees()));
        }
        entries.add(Entry.credit(seller(payout), payout.amount().plus(payout.fees())));
        return entries;
    }

    private static TransferId id(Payout payout, String step) {
        return new TransferId("payout:" + payout.id() + ":" + step);
    }

    private Transfer transfer(Payout payout, String step, TransferKind kind, List<Entry> entries) {
        return new Transfer(
                id(payout, step),
                kind,
                clock.instant(),
                entries,
                Map.of(
                        "payout",
                        payout.id(),
                        "merchant",
                        payout.merchantId().value(),
                        Transfer.BANK_REFERENCE,
                        payout.id()));
    }
}
