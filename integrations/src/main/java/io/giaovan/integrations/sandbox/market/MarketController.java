package io.giaovan.integrations.sandbox.market;

import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.edge.access.Secrets;
import io.giaovan.integrations.sandbox.FaultBoard;
import io.giaovan.integrations.sandbox.Faults;
import io.giaovan.integrations.sandbox.SandboxDoor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The sandbox marketplace's controls: set up shops, buy and cancel as a buyer, order faults, look into its books. */
@Controller("/sandbox/chogo")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MarketController {
    private static final int SHOWN_MAX = 10_000;

    private final Market market;
    private final MarketLedger ledger;
    private final FaultBoard faults;
    private final SandboxDoor door;
    private final Clock clock;
    private final RandomGenerator random;

    MarketController(
            Market market,
            MarketLedger ledger,
            FaultBoard faults,
            SandboxDoor door,
            Clock clock,
            @Named("sync") RandomGenerator random) {
        this.market = market;
        this.ledger = ledger;
        this.faults = faults;
        this.door = door;
        this.clock = clock;
        this.random = random;
    }

    /** How the buyer pays. */
    enum Payment {
        PREPAID,
        COD
    }

    /**
     * An order to place.
     *
     * @param district the old second tier, for an address in the three tiers of before; absent otherwise
     */
    record NewOrder(
            Contact buyer,
            Address address,
            @Nullable String district,
            List<MarketOrder.Item> items,
            Payment payment,
            @Nullable TimeWindow window) {}

    record Placed(String orderSn) {}

    record Shown(String orderSn, String status, @Nullable String trackingNumber, List<MarketOrder.Told> told) {
        static Shown of(MarketOrder order) {
            return new Shown(order.orderSn(), order.shownStatus(), order.trackingNumber(), order.told());
        }
    }

    record ShownOrders(List<Shown> orders) {}

    record Cancellation(@Nullable String reason) {}

    record StrangeStatus(String status) {}

    record ShopSet(String shopId) {}

    @Post("/shops")
    ShopSet putShop(HttpRequest<?> request, @Body MarketShop shop) {
        door.check(request);
        ledger.putShop(shop);
        return new ShopSet(shop.shopId());
    }

    @Post("/faults")
    Faults orderFaults(HttpRequest<?> request, @Body Faults ordered) {
        door.check(request);
        faults.order(MarketPushes.PARTNER, ordered);
        return ordered;
    }

    /** Places an order; under an Idempotency-Key the same call again places nothing. */
    @Post("/shops/{shopId}/orders")
    @Status(HttpStatus.CREATED)
    Placed place(
            HttpRequest<?> request,
            String shopId,
            @Nullable @Header("Idempotency-Key") String idempotencyKey,
            @Body NewOrder order) {
        enter(request, shopId);
        Instant now = clock.instant();
        String orderSn = orderSn(shopId, idempotencyKey);
        market.place(new MarketOrder(
                orderSn,
                shopId,
                MarketStatus.READY_TO_SHIP,
                null,
                order.buyer(),
                order.address(),
                order.district() == null ? "" : order.district(),
                order.items(),
                order.payment() == Payment.COD,
                order.window(),
                now,
                now.getEpochSecond(),
                null,
                List.of(),
                1));
        return new Placed(orderSn);
    }

    @Get("/shops/{shopId}/orders")
    ShownOrders list(HttpRequest<?> request, String shopId) {
        enter(request, shopId);
        return new ShownOrders(
                ledger.list(shopId, SHOWN_MAX).stream().map(Shown::of).toList());
    }

    @Post("/shops/{shopId}/orders/{orderSn}/cancel")
    Shown cancel(HttpRequest<?> request, String shopId, String orderSn, @Body Cancellation cancellation) {
        enter(request, shopId);
        return Shown.of(market.cancelByBuyer(ordersOf(shopId, orderSn)));
    }

    /** Makes the marketplace show a status of its own invention. */
    @Post("/shops/{shopId}/orders/{orderSn}/status")
    Shown showStatus(HttpRequest<?> request, String shopId, String orderSn, @Body StrangeStatus strange) {
        enter(request, shopId);
        return Shown.of(market.showStatus(ordersOf(shopId, orderSn), strange.status()));
    }

    private void enter(HttpRequest<?> request, String shopId) {
        Optional<MarketShop> shop = ledger.findShop(shopId);
        door.check(request, shop.map(MarketShop::secret));
        if (shop.isEmpty()) {
            throw ProblemException.notFound("sandbox shop", shopId);
        }
    }

    private String ordersOf(String shopId, String orderSn) {
        return ledger.find(orderSn)
                .filter(order -> order.shopId().equals(shopId))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "There is no order " + orderSn))
                .orderSn();
    }

    private String orderSn(String shopId, @Nullable String idempotencyKey) {
        String from = idempotencyKey == null ? Secrets.newKey("", random) : shopId + "|" + idempotencyKey;
        return "CG" + Secrets.digest(from).substring(0, 14).toUpperCase(Locale.ROOT);
    }
}
