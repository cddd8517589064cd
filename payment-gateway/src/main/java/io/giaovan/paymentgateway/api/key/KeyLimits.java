package io.giaovan.paymentgateway.api.key;

import io.giaovan.paymentgateway.api.ApiSettings;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts how fast each key is used, and how often an address shows a wrong one. Counts are this process's own; a key
 * that was not used for long is forgotten. Safe for concurrent use.
 */
@Singleton
final class KeyLimits {
    static final int REMEMBERED_MAX = 10_000;

    private final ApiSettings settings;
    private final Map<String, Bucket> byKey = recent();
    private final Map<String, Bucket> wrongByAddress = recent();

    KeyLimits(ApiSettings settings) {
        this.settings = settings;
    }

    /** Whether a key may be used once more now. */
    boolean allows(ApiKey key) {
        return bucket(
                        byKey,
                        key.digest(),
                        settings.requestsAtOnce(),
                        settings.requestsPerSecond(),
                        Duration.ofSeconds(1))
                .tryConsume(1);
    }

    /** Whether an address may show another key after the wrong ones so far. */
    boolean allowsAnotherTry(String address) {
        return wrong(address).getAvailableTokens() > 0;
    }

    void countWrongKey(String address) {
        wrong(address).tryConsume(1);
    }

    private Bucket wrong(String address) {
        long perMinute = settings.wrongKeysPerMinute();
        return bucket(wrongByAddress, address, perMinute, perMinute, Duration.ofMinutes(1));
    }

    private static Bucket bucket(
            Map<String, Bucket> buckets, String name, long capacity, long refill, Duration period) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    name,
                    _ -> Bucket.builder()
                            .addLimit(Bandwidth.builder()
                                    .capacity(capacity)
                                    .refillGreedy(refill, period)
                                    .build())
                            .build());
        }
    }

    private static Map<String, Bucket> recent() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > REMEMBERED_MAX;
            }
        };
    }
}
