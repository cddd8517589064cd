package io.giaovan.paymentgateway.ledger;

import io.giaovan.contracts.money.Money;
import io.giaovan.store.document.StoredValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads raw documents one by one and judges them without the constructor's help. Not safe for concurrent use. */
final class Auditor {
    private final Map<String, Map<String, Long>> sums = new TreeMap<>();
    private final Map<String, Long> totals = new TreeMap<>();
    private final Map<String, List<Entry>> setAside = new TreeMap<>();
    private final Map<String, List<Entry>> ends = new TreeMap<>();
    private final Map<String, Read> links = new HashMap<>();
    private final Map<String, Long> captures = new HashMap<>();
    private final long[] longest = new long[ChainLink.CHAINS];
    private final List<String> findings = new ArrayList<>();
    private long transfers;
    private boolean balanced = true;
    private boolean intact = true;

    private record Read(String previousHash, String hash) {}

    void read(Document document) {
        transfers++;
        ChainLink link = TransferCodec.link(document);
        List<Entry> entries = TransferCodec.entries(document);
        String name = link.key() + " (" + document.getString("transferId") + ")";
        Transfer.sums(entries).forEach((currency, sum) -> {
            totals.merge(currency, sum, Math::addExact);
            if (sum != 0) {
                balanced = false;
                find(name + ": the lines of " + currency + " add up to " + sum);
            }
        });
        for (Entry entry : entries) {
            sums.computeIfAbsent(entry.account().toString(), _ -> new TreeMap<>())
                    .merge(entry.amount().currency(), entry.amount().amount(), Math::addExact);
        }
        readReservation(name, document);
        String hash = StoredValues.textAt(document, "hash");
        if (!hash.equals(recomputed(link, document))) {
            intact = false;
            find(name + ": changed after it was booked");
        }
        links.put(link.key(), new Read(link.previousHash(), hash));
        longest[link.chain()] = Math.max(longest[link.chain()], link.number());
        countCapture(document);
    }

    private void readReservation(String name, Document document) {
        List<Entry> reserved = TransferCodec.entries(document, "reserved");
        List<Entry> released = TransferCodec.entries(document, "released");
        String id = StoredValues.textAt(document, "transferId");
        if (!reserved.isEmpty()) {
            setAside.put(id, reserved);
        }
        if (!released.isEmpty()) {
            ends.put(id, released);
        }
        for (List<Entry> lines : List.of(reserved, released)) {
            Transfer.sums(lines).forEach((currency, sum) -> {
                if (sum != 0) {
                    balanced = false;
                    find(name + ": the reserved lines of " + currency + " add up to " + sum);
                }
            });
        }
    }

    /** Every end released what its beginning reserved, and what has no end is what the ledger says is open. */
    private boolean checkReservations(Balances cached) {
        boolean right = true;
        Set<String> open = new TreeSet<>(setAside.keySet());
        for (Map.Entry<String, List<Entry>> end : ends.entrySet()) {
            String begun = end.getKey().substring(0, end.getKey().lastIndexOf(':'));
            open.remove(begun);
            if (!end.getValue().equals(setAside.get(begun))) {
                right = false;
                find(end.getKey() + ": releases what was not reserved");
            }
        }
        Set<String> known = new TreeSet<>();
        cached.reservations().forEach(reservation -> known.add(reservation.id().value()));
        if (!open.equals(known)) {
            right = false;
            find("the reservations that are known differ from those that are booked");
        }
        return right;
    }

    private void countCapture(Document document) {
        if (TransferKind.CHARGE_CAPTURED.name().equals(document.getString("kind"))) {
            String charge = StoredValues.documentAt(document, "references").getString("charge");
            if (captures.merge(String.valueOf(charge), 1L, Long::sum) == 2) {
                find("charge " + charge + " was captured twice");
            }
        }
    }

    private static @Nullable String recomputed(ChainLink link, Document document) {
        try {
            return link.hash(TransferCodec.transfer(document));
        } catch (IllegalArgumentException unbalanced) {
            return null;
        }
    }

    long transfers() {
        return transfers;
    }

    LedgerAudit verdict(Balances cached) {
        checkChains(cached);
        boolean agree = cached.sums().equals(sums);
        if (!agree) {
            find("the cached balances differ from the fold of entries");
        }
        agree &= checkReservations(cached);
        List<LedgerAudit.AccountBalance> balances = new ArrayList<>();
        sums.forEach((account, byCurrency) -> byCurrency.forEach(
                (currency, sum) -> balances.add(new LedgerAudit.AccountBalance(account, new Money(sum, currency)))));
        return new LedgerAudit(
                transfers,
                balanced,
                totals.entrySet().stream()
                        .map(total -> new Money(total.getValue(), total.getKey()))
                        .toList(),
                intact,
                agree,
                captures.values().stream().mapToLong(Long::longValue).max().orElse(0),
                balances,
                findings);
    }

    private void checkChains(Balances cached) {
        for (int chain = 0; chain < ChainLink.CHAINS; chain++) {
            long end = Math.max(longest[chain], cached.folded(chain));
            String expected = ChainLink.NO_HASH;
            for (long number = 1; number <= end; number++) {
                Read read = links.get(ChainLink.key(chain, number));
                if (read == null) {
                    intact = false;
                    find(ChainLink.key(chain, number) + ": is missing");
                    break;
                }
                if (!read.previousHash().equals(expected)) {
                    intact = false;
                    find(ChainLink.key(chain, number) + ": does not follow the link before it");
                }
                expected = read.hash();
            }
        }
    }

    private void find(String finding) {
        if (findings.size() < LedgerAudit.FINDINGS_MAX) {
            findings.add(finding);
        }
    }
}
