package io.giaovan.paymentgateway.api.audit;

import io.giaovan.edge.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One call that was answered.
 *
 * @param number its place in the log, from 1
 * @param at when it was answered
 * @param who {@code key:} with the beginning of the key's digest and whose it is, {@code operator:} with the name of an
 *     operator's key, {@code house}, {@code house by} with the name that the house gave, {@code provider} or {@code buyer}
 * @param what the method and the path as it is declared
 * @param object id of what it was about, or the empty text
 * @param outcome the status of the answer, with {@code replayed} where nothing happened again
 * @param previousHash hash of the entry before
 */
record AuditEntry(
        long number, Instant at, String who, String what, String object, String outcome, String previousHash) {
    /** What the first entry follows. */
    static final String BEGINNING = "0".repeat(64);

    /** SHA-256 over the place and everything in the entry; no field holds a line break. */
    String hash() {
        String text = String.join(
                "\n",
                String.valueOf(number),
                String.valueOf(at.toEpochMilli()),
                who,
                what,
                object,
                outcome,
                previousHash);
        return HexFormat.of().formatHex(Secrets.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
