package io.giaovan.paymentgateway.ledger;

import io.giaovan.contracts.money.Money;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fold of all links read so far. A link is folded once because each chain is folded in order. Not safe for
 * concurrent use; the owner locks.
 */
final class Balances {
    private final long[] folded = new long[ChainLink.CHAINS];
    private final String[] hashes = new String[ChainLink.CHAINS];
    private final Map<String, Map<String, Long>> sums = new TreeMap<>();

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
        return true;
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
