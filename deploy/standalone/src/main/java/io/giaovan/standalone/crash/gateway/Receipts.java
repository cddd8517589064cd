package io.giaovan.standalone.crash.gateway;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the shops were told yes to. Safe for concurrent use. */
final class Receipts {
    private final Map<String, Intent> intents = new ConcurrentHashMap<>();
    private final Set<Payout> payouts = ConcurrentHashMap.newKeySet();

    /**
     * An intent that was opened.
     *
     * @param shop whose
     * @param rail how it is paid
     * @param taken what the shop was told is taken, in đồng; 0 while nothing is
     * @param refunds ids of refunds that were taken on, with their amounts
     */
    record Intent(String id, Shop shop, String rail, long taken, Map<String, Long> refunds) {
        Intent {
            refunds = Map.copyOf(refunds);
        }

        Intent taken(long dong) {
            return new Intent(id, shop, rail, dong, refunds);
        }

        Intent refund(String refundId, long dong) {
            Map<String, Long> more = new ConcurrentHashMap<>(refunds);
            more.put(refundId, dong);
            return new Intent(id, shop, rail, taken, more);
        }
    }

    /** A payout that was taken on. */
    record Payout(String id, Shop shop, long dong) {}

    Intent opened(String id, Shop shop, String rail) {
        Intent opened = new Intent(id, shop, rail, 0, Map.of());
        intents.put(id, opened);
        return opened;
    }

    Intent keep(Intent changed) {
        intents.put(changed.id(), changed);
        return changed;
    }

    void keep(Payout payout) {
        payouts.add(payout);
    }

    Collection<Intent> intents() {
        return List.copyOf(intents.values());
    }

    Collection<Payout> payouts() {
        return List.copyOf(payouts);
    }
}
