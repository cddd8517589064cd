package io.giaovan.integrations.sandbox;

import io.giaovan.edge.access.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong on command. All shares are per cent; absent means none.
 *
 * @param duplicates copies sent beside each push, at most {@value #DUPLICATES_MAX}
 * @param dropPushesPercent pushes that are never sent
 * @param dropRepliesPercent answers that get lost: a push is sent again although it was taken, a call is answered with
 *     502 although it was carried out
 * @param delayMillisMax pushes wait up to this long
 * @param reorderPercent pushes that do not keep their place
 * @param badSignaturePercent pushes that are preceded by one with a wrong signature
 * @param errorsPercent calls answered with 500 before anything is done
 * @param throttlePercent calls answered with 429 and Retry-After
 * @param seed chance repeats itself under the same seed
 */
public record Faults(
        @Nullable Integer duplicates,
        @Nullable Integer dropPushesPercent,
        @Nullable Integer dropRepliesPercent,
        @Nullable Integer delayMillisMax,
        @Nullable Integer reorderPercent,
        @Nullable Integer badSignaturePercent,
        @Nullable Integer errorsPercent,
        @Nullable Integer throttlePercent,
        @Nullable Long seed) {
    static final int DUPLICATES_MAX = 50;
    private static final int DELAY_MILLIS_MAX = 60_000;
    static final Faults NONE = new Faults(null, null, null, null, null, null, null, null, null);

    public Faults {
        between("duplicates", duplicates, DUPLICATES_MAX);
        between("dropPushesPercent", dropPushesPercent, 100);
        between("dropRepliesPercent", dropRepliesPercent, 100);
        between("delayMillisMax", delayMillisMax, DELAY_MILLIS_MAX);
        between("reorderPercent", reorderPercent, 100);
        between("badSignaturePercent", badSignaturePercent, 100);
        between("errorsPercent", errorsPercent, 100);
        between("throttlePercent", throttlePercent, 100);
    }

    public int copies() {
        return duplicates == null ? 0 : duplicates;
    }

    /** Whether the event under a key is struck by a fault of that share. */
    public boolean strikes(@Nullable Integer percent, String key) {
        return percent != null && percent > 0 && number(key) % 100 < percent;
    }

    public long delayMillis(String key) {
        return delayMillisMax == null || delayMillisMax == 0 ? 0 : number("delay|" + key) % (delayMillisMax + 1);
    }

    private long number(String key) {
        byte[] digest = Secrets.sha256(((seed == null ? 0 : seed) + "|" + key).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest).getInt() & 0xffffffffL;
    }

    private static void between(String field, @Nullable Integer value, int max) {
        if (value != null && (value < 0 || value > max)) {
            throw new IllegalArgumentException(field + ": " + value + " is outside 0 to " + max);
        }
    }
}
