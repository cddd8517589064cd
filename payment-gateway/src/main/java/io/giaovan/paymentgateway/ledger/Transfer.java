package io.giaovan.paymentgateway.ledger;

import io.giaovan.contracts.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A movement of money. It balances from birth: the entries of each currency add up to zero.
 *
 * @param id its identity; the same id is booked once
 * @param kind why it happened
 * @param at when it happened in the business
 * @param entries 2 to {@value #ENTRIES_MAX} lines
 * @param references what it belongs to, for instance {@code charge → pi_…}; no personal data
 */
public record Transfer(
        TransferId id, TransferKind kind, Instant at, List<Entry> entries, Map<String, String> references) {
    public static final int ENTRIES_MAX = 20;
    /** Name of the reference under which the house bank's statement shows a transfer that touches its account. */
    public static final String BANK_REFERENCE = "bank";

    public Transfer {
        entries = List.copyOf(entries);
        references = Map.copyOf(references);
        if (entries.size() < 2 || entries.size() > ENTRIES_MAX) {
            throw new IllegalArgumentException(
                    "transfer.entries: " + entries.size() + " lines, allowed are 2 to " + ENTRIES_MAX);
        }
        sums(entries).forEach((currency, sum) -> {
            if (sum != 0) {
                throw new IllegalArgumentException(
                        "transfer.entries: the lines of " + currency + " add up to " + sum + ", not to 0");
            }
        });
    }

    static Map<String, Long> sums(List<Entry> entries) {
        Map<String, Long> sums = new TreeMap<>();
        for (Entry entry : entries) {
            sums.merge(entry.amount().currency(), entry.amount().amount(), Math::addExact);
        }
        return sums;
    }

    /** What this transfer adds to an account, zero when it does not touch it. */
    public Money effectOn(LedgerAccount account, String currency) {
        return entries.stream()
                .filter(entry -> entry.account().equals(account)
                        && entry.amount().currency().equals(currency))
                .map(Entry::amount)
                .reduce(Money.zero(currency), Money::plus);
    }
}
