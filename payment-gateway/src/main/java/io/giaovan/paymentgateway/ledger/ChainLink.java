package io.giaovan.paymentgateway.ledger;

import io.giaovan.edge.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A transfer's place in its chain: there are {@value #CHAINS} chains so that writers rarely meet, and each link carries
 * the hash of the one before it.
 *
 * @param chain 0 to {@code CHAINS - 1}
 * @param number 1 for the first link
 * @param previousHash hash of the link before, 64 zeros for the first
 */
record ChainLink(int chain, long number, String previousHash) {
    static final int CHAINS = 16;
    static final String NO_HASH = "0".repeat(64);

    static ChainLink first(int chain) {
        return new ChainLink(chain, 1, NO_HASH);
    }

    /**
     * All transfers that take from one owed account go to one chain, so that covered postings meet there; the others are
     * spread by their id.
     */
    static int chainOf(Transfer transfer) {
        String key = transfer.drawing().stream()
                .filter(entry -> drawsOn(entry))
                .map(entry -> entry.account().toString())
                .min(String::compareTo)
                .orElse(transfer.id().value());
        return Math.floorMod(key.hashCode(), CHAINS);
    }

    /** Whether an entry takes from an account whose cover may be asked for. */
    static boolean drawsOn(Entry entry) {
        return switch (entry.account().kind()) {
            case SELLER, SUSPENSE, CASH_OVERAGE -> entry.amount().isPositive();
            case DEPOT_CASH, CASH_SHORTAGE -> entry.amount().isNegative();
            case BANK,
                    CLEARING,
                    COURIER_CASH,
                    CASH_LOSSES,
                    CARRIER_FEES,
                    BUYERS_IN_TRANSIT,
                    CASH_IN_CUSTODY,
                    PAYOUTS_IN_TRANSIT,
                    REFUNDS_IN_TRANSIT,
                    FEES -> false;
        };
    }

    static String key(int chain, long number) {
        return "%02d-%012d".formatted(chain, number);
    }

    String key() {
        return key(chain, number);
    }

    /** SHA-256 over the place and everything in the transfer. */
    String hash(Transfer transfer) {
        StringBuilder text = new StringBuilder()
                .append(key())
                .append('|')
                .append(previousHash)
                .append('|')
                .append(transfer.id())
                .append('|')
                .append(transfer.kind())
                .append('|')
                .append(transfer.at().toEpochMilli());
        append(text, "", transfer.entries());
        append(text, "reserved ", transfer.reserved());
        append(text, "released ", transfer.released());
        for (Map.Entry<String, String> reference : new TreeMap<>(transfer.references()).entrySet()) {
            text.append('|').append(reference.getKey()).append('=').append(reference.getValue());
        }
        return HexFormat.of().formatHex(Secrets.sha256(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void append(StringBuilder text, String word, List<Entry> lines) {
        for (Entry entry : lines) {
            text.append('|')
                    .append(word)
                    .append(entry.account())
                    .append(' ')
                    .append(entry.amount().amount())
                    .append(' ')
                    .append(entry.amount().currency());
        }
    }
}
