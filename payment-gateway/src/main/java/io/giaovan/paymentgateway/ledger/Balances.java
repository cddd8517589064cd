package io.giaovan.paymentgateway.ledger;

import io.giaovan.contracts.money.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fold of all links read so far. A link is folded once because each chain is folded in order. Not safe for
 * concurrent use; the owner locks.
 */
final class Balances {
    private final long[] folded = new long[ChainLink.CHAINS];
    private final String[] hashes = new String[ChainLink.CHAINS];
    private final Map<String, Map<String, Long>> sums = new TreeMap<>();
    private final Map<TransferId, Reservation> reservations = new LinkedHashMap<>();
    private final Set<TransferId> endedEarly = new TreeSet<>(Comparator.comparing(TransferId::value));

    Balances() {
        java.util.Arrays.fill(hashes, ChainLink.NO_HASH);
    }

    /** Folds a link if it is the next of its chain; returns whether it was. */
    boolean fold(ChainLink link, Transfer transfer, String hash) {
        if (link.number() != folded[link.chain()] + 1) {
            return false;
        }
        folded[link.chain()]++;
        hashes[link.chain()] = hash;
        for (Entry entry : transfer.entries()) {
            sums.computeIfAbsent(entry.account().toString(), _ -> new TreeMap<>())
                    .merge(entry.amount().currency(), entry.amount().amount(), Math::addExact);
        }
        foldReservation(transfer);
        return true;
    }

    /** The end of a reservation may be read before its beginning, which may stand in another chain. */
    private void foldReservation(Transfer transfer) {
        if (!transfer.reserved().isEmpty() && !endedEarly.remove(transfer.id())) {
            reservations.put(transfer.id(), reservation(transfer));
        }
        if (!transfer.released().isEmpty()) {
            TransferId begun = begunBy(transfer.id());
            if (reservations.remove(begun) == null) {
                endedEarly.add(begun);
            }
        }
    }

    private static TransferId begunBy(TransferId end) {
        return new TransferId(end.value().substring(0, end.value().lastIndexOf(':')));
    }

    private static Reservation reservation(Transfer transfer) {
        return new Reservation(
                transfer.id(),
                transfer.reserved(),
                Instant.parse(String.valueOf(transfer.references().get(Transfer.RESERVED_UNTIL))),
                transfer.references());
    }

    /** Reservations without an end, in the order of reading. */
    List<Reservation> reservations() {
        return List.copyOf(reservations.values());
    }

    /** Reservations whose end was read and whose beginning was not. */
    Set<TransferId> endedEarly() {
        return endedEarly;
    }

    /** What reservations may still take from an account, never negative. */
    long reserved(LedgerAccount account, String currency) {
        long drawn = 0;
        for (Reservation reservation : reservations.values()) {
            long effect =
                    Transfer.effect(reservation.lines(), account, currency).amount();
            long taking = account.kind().side() == LedgerAccount.Side.OURS ? -effect : effect;
            drawn = Math.addExact(drawn, Math.max(0, taking));
        }
        return drawn;
    }

    ChainLink next(int chain) {
        return new ChainLink(chain, folded[chain] + 1, hashes[chain]);
    }

    long folded(int chain) {
        return folded[chain];
    }

    String hash(int chain) {
        return hashes[chain];
    }

    void resume(int chain, long number, String hash) {
        folded[chain] = number;
        hashes[chain] = hash;
    }

    void resume(String account, Money sum) {
        sums.computeIfAbsent(account, _ -> new TreeMap<>()).put(sum.currency(), sum.amount());
    }

    void resume(Transfer reserving) {
        reservations.put(reserving.id(), reservation(reserving));
    }

    void resumeEnded(TransferId begun) {
        endedEarly.add(begun);
    }

    long count() {
        return java.util.Arrays.stream(folded).sum();
    }

    /** Debits minus credits. */
    long sum(String account, String currency) {
        return sums.getOrDefault(account, Map.of()).getOrDefault(currency, 0L);
    }

    Map<String, Map<String, Long>> sums() {
        return sums;
    }
}
