package io.giaovan.orderservice.packing;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderPage;
import io.giaovan.orderservice.order.OrderStatus;
import io.giaovan.orderservice.order.Orders;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Begins pick waves and tells what they need. Safe for concurrent use. */
@Singleton
public final class Picking {
    private static final int PAGES_READ_MAX = 10;
    private static final int ID_LENGTH = 20;

    private final Orders orders;
    private final Parcels parcels;
    private final Waves waves;
    private final PaperLists lists;
    private final Clock clock;

    Picking(Orders orders, Parcels parcels, Waves waves, PaperLists lists, Clock clock) {
        this.orders = orders;
        this.parcels = parcels;
        this.waves = waves;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * Begins a wave with orders that the seller chose.
     *
     * @param key the same key again gives the same wave
     * @throws ProblemException NOT_FOUND when an order is not the seller's
     */
    public Wave begin(MerchantId merchantId, String key, List<OrderId> orderIds) {
        Wave wave = new Wave(idOf(merchantId, key), merchantId, orderIds, clock.instant());
        wave.orderIds().forEach(orderId -> orders.get(merchantId, orderId));
        return waves.keep(wave);
    }

    /** Begins a wave with the orders that wait longest to be packed, as many as fit. */
    public Wave beginWithAll(MerchantId merchantId, String key) {
        List<OrderId> waiting = new ArrayList<>();
        @Nullable String cursor = null;
        for (int page = 0; page < PAGES_READ_MAX; page++) {
            OrderPage read = orders.list(merchantId, OrderStatus.RECEIVED, Orders.PAGE_MAX, cursor);
            read.orders().forEach(order -> waiting.addFirst(order.id()));
            cursor = read.next();
            if (cursor == null) {
                break;
            }
        }
        if (waiting.isEmpty()) {
            throw ProblemException.invalid("all", true, "no order waits to be packed");
        }
        return begin(merchantId, key, waiting.subList(0, Math.min(Parcels.BATCH_MAX, waiting.size())));
    }

    /** @throws ProblemException NOT_FOUND when the seller has no such wave */
    public Wave get(MerchantId merchantId, String id) {
        return waves.find(merchantId, id).orElseThrow(() -> ProblemException.notFound("wave", id));
    }

    public List<Order> orders(Wave wave) {
        return wave.orderIds().stream()
                .flatMap(orderId -> orders.find(wave.merchantId(), orderId).stream())
                .toList();
    }

    public List<Pick> picks(Wave wave) {
        return Pick.of(orders(wave));
    }

    /** The parcels packed so far, in the wave's order. */
    public List<Parcel> parcels(Wave wave) {
        return parcels.listForOrders(wave.merchantId(), wave.orderIds());
    }

    /** What to fetch from which shelf, as a PDF. */
    public byte[] pickList(Wave wave) {
        return lists.pickList(wave, picks(wave));
    }

    /** What the courier signs for, as a PDF; without personal data. */
    public byte[] manifest(Wave wave) {
        return lists.manifest(wave, parcels(wave));
    }

    private static String idOf(MerchantId merchantId, String key) {
        return "wv_" + Secrets.digest("wave|" + merchantId + "|" + key).substring(0, ID_LENGTH);
    }
}
