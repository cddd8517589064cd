package io.giaovan.paymentgateway.limit;

import io.giaovan.contracts.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one subscriber uses of one limit in one month.
 *
 * @param id provider, blind index, bucket and month
 * @param shares by the attempt that reserved each, at most {@value #SHARES_MAX}
 * @param currency of all
 * @param version of the stored document, 0 for a new one
 */
record Usage(String id, Map<String, Long> shares, String currency, long version) {
    static final int SHARES_MAX = 2_000;

    Usage {
        shares = Map.copyOf(shares);
    }

    Money used() {
        return new Money(shares.values().stream().mapToLong(Long::longValue).sum(), currency);
    }

    /** The same with a share set, or taken away when it is zero. */
    Usage with(String attempt, Money share) {
        Map<String, Long> changed = new LinkedHashMap<>(shares);
        if (share.isZero()) {
            changed.remove(attempt);
        } else {
            changed.put(attempt, share.amount());
        }
        return new Usage(id, changed, currency, version);
    }
}
