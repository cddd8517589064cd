package io.giaovan.integrations.sandbox.company;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel in the sandbox company's own ledger.
 *
 * @param clientOrderCode the seller's code, taken once
 * @param orderCode the company's code
 * @param shopId whose parcel
 * @param fee in đồng
 * @param cashOnDelivery in đồng
 * @param remittance number of the file in which the company accounted for the cash, or null while it has not
 * @param log what happened, oldest first; the last entry is where it stands
 * @param version number of changes, beginning at 1
 */
record CompanyParcel(
        String clientOrderCode,
        String orderCode,
        String shopId,
        long fee,
        long cashOnDelivery,
        @Nullable String remittance,
        List<Entry> log,
        long version) {
    static final List<String> USUAL_WAY =
            List.of("ready_to_pick", "picking", "picked", "storing", "transporting", "delivering", "delivered");
    private static final int LOG_MAX = 200;

    /** A status and when it began, in business time. */
    record Entry(String status, Instant at) {}

    CompanyParcel {
        log = List.copyOf(log);
        if (log.isEmpty() || log.size() > LOG_MAX) {
            throw new IllegalArgumentException("log: " + log.size() + " entries, allowed are 1 to " + LOG_MAX);
        }
    }

    String status() {
        return log.getLast().status();
    }

    /** Whether it still moves by itself. */
    boolean isWalking() {
        int place = USUAL_WAY.indexOf(status());
        return place >= 0 && place < USUAL_WAY.size() - 1;
    }

    String nextStatus() {
        return USUAL_WAY.get(USUAL_WAY.indexOf(status()) + 1);
    }

    boolean isDue(Duration stepEvery, Instant now) {
        return isWalking() && !now.isBefore(log.getLast().at().plus(stepEvery));
    }

    CompanyParcel moved(String status, Instant at) {
        List<Entry> longer = new ArrayList<>(log);
        longer.add(new Entry(status, at));
        return new CompanyParcel(clientOrderCode, orderCode, shopId, fee, cashOnDelivery, remittance, longer, version);
    }

    /** Whether the company holds cash of it for which it has not accounted. */
    boolean isCashWaiting() {
        return remittance == null && cashOnDelivery > 0 && status().equals("delivered");
    }

    CompanyParcel accountedForIn(String reference) {
        return new CompanyParcel(clientOrderCode, orderCode, shopId, fee, cashOnDelivery, reference, log, version);
    }
}
