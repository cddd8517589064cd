package io.giaovan.paymentgateway.ledger;

import io.giaovan.contracts.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A movement of money. It balances from birth: the entries of each currency add up to zero. Money can also be reserved
 * first, which moves nothing, and later be posted in full or part, released or left to lapse: that end is a transfer of
 * its own, and there is one end at most.
 *
 * @param id its identity; the same id is booked once
 * @param kind why it happened
 * @param at when it happened in the business
 * @param entries 2 to {@value #ENTRIES_MAX} lines that move money, or none when it only reserves or releases
 * @param reserved lines that are set aside from now on, or none
 * @param released lines that were set aside and are no longer, or none
 * @param references what it belongs to, for instance {@code charge → pi_…}; no personal data
 */
public record Transfer(
        TransferId id,
        TransferKind kind,
        Instant at,
        List<Entry> entries,
        List<Entry> reserved,
        List<Entry> released,
        Map<String, String> references) {
    public static final int ENTRIES_MAX = 20;
    /** Name of the reference under which the house bank's statement shows a transfer that touches its account. */
    public static final String BANK_REFERENCE = "bank";
    /** Name of the reference that says until when money is reserved. */
    static final String RESERVED_UNTIL = "reservedUntil";
    /** Name of the reference that says how a reservation ended. */
    static final String END = "end";

    public Transfer {
        entries = List.copyOf(entries);
        reserved = List.copyOf(reserved);
        released = List.copyOf(released);
        references = Map.copyOf(references);
        if (entries.isEmpty() && reserved.isEmpty() && released.isEmpty()) {
            throw new IllegalArgumentException("transfer.entries: 0 lines, allowed are 2 to " + ENTRIES_MAX);
        }
        check("entries", entries);
        check("reserved", reserved);
        check("released", released);
    }

    /** A transfer that moves its money at once. */
    public Transfer(TransferId id, TransferKind kind, Instant at, List<Entry> entries, Map<String, String> references) {
        this(id, kind, at, entries, List.of(), List.of(), references);
    }

    private static void check(String name, List<Entry> lines) {
        if (lines.size() == 1 || lines.size() > ENTRIES_MAX) {
            throw new IllegalArgumentException(
                    "transfer." + name + ": " + lines.size() + " lines, allowed are 2 to " + ENTRIES_MAX);
        }
        sums(lines).forEach((currency, sum) -> {
            if (sum != 0) {
                throw new IllegalArgumentException(
                        "transfer." + name + ": the lines of " + currency + " add up to " + sum + ", not to 0");
            }
        });
    }

    /** A transfer that sets money aside until an instant. */
    public static Transfer reserving(
            TransferId id,
            TransferKind kind,
            Instant at,
            List<Entry> lines,
            Instant until,
            Map<String, String> references) {
        Map<String, String> all = new TreeMap<>(references);
        all.put(RESERVED_UNTIL, until.toString());
        return new Transfer(id, kind, at, List.of(), lines, List.of(), all);
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
        return effect(entries, account, currency);
    }

    static Money effect(List<Entry> lines, LedgerAccount account, String currency) {
        return lines.stream()
                .filter(entry -> entry.account().equals(account)
                        && entry.amount().currency().equals(currency))
                .map(Entry::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    /** The lines that take from accounts now, or may do so later. */
    List<Entry> drawing() {
        return reserved.isEmpty() ? entries : reserved;
    }
}
