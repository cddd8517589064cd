package io.giaovan.orderservice.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.edge.time.SimulatedClock;
import io.giaovan.store.document.TestMongo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoStockTest {
    private static final Instant NINE = Instant.parse("2026-11-24T02:00:00Z");
    private static final MerchantId SELLER = new MerchantId("m1");

    private final TestMongo mongo = TestMongo.start();
    private final SimulatedClock clock = new SimulatedClock(Clock.systemUTC(), NINE, 0);
    private final MongoStock stock = new MongoStock(mongo.database(), new StockSettings(100, 10), clock);

    @BeforeEach
    void register() {
        stock.register(
                SELLER, List.of(new Product("tea", "Trà", 200, 500, 10), new Product("cup", "Tách", 300, 900, 3)));
    }

    @AfterEach
    void stop() {
        mongo.close();
    }

    @Test
    void theLastPiecesAreNeverSoldTwiceTo32Buyers() throws Exception {
        List<Callable<HoldOutcome>> buyers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            OrderId order = order(i);
            buyers.add(() -> stock.hold(SELLER, order, Map.of("tea", 1, "cup", 1), NINE.plusSeconds(900)));
        }

        List<HoldOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(32)) {
            for (Future<HoldOutcome> done : threads.invokeAll(buyers)) {
                outcomes.add(done.get());
            }
        }

        long held = outcomes.stream().filter(HoldOutcome.Held.class::isInstance).count();
        assertThat(held).isLessThanOrEqualTo(3).isGreaterThanOrEqualTo(1);
        assertThat(level("cup").reserved()).isEqualTo((int) held);
        assertThat(level("tea").reserved()).isEqualTo((int) held);
    }

    @Test
    void repeatingAnyCallChangesNothing() {
        Map<String, Integer> two = Map.of("tea", 2);

        for (int i = 0; i < 2; i++) {
            assertThat(stock.hold(SELLER, order(1), two, NINE.plusSeconds(900))).isInstanceOf(HoldOutcome.Held.class);
            assertThat(stock.keep(SELLER, order(1), two)).isInstanceOf(HoldOutcome.Held.class);
        }
        assertThat(level("tea"))
                .extracting(StockLevel::onHand, StockLevel::reserved)
                .containsExactly(10, 2);

        stock.take(SELLER, order(1), two);
        stock.take(SELLER, order(1), two);
        stock.release(SELLER, order(1), two);
        assertThat(level("tea"))
                .extracting(StockLevel::onHand, StockLevel::outside)
                .containsExactly(8, 2);

        stock.giveBack(SELLER, order(1), two);
        stock.giveBack(SELLER, order(1), two);
        stock.sold(SELLER, order(1), two, two);
        assertThat(level("tea"))
                .extracting(StockLevel::onHand, StockLevel::reserved)
                .containsExactly(10, 0);
    }

    @Test
    void whatWasHandedBackAtTheDoorStaysOutsideUntilItComesBackOnce() {
        Map<String, Integer> ordered = Map.of("tea", 3, "cup", 1);
        stock.keep(SELLER, order(1), ordered);
        stock.take(SELLER, order(1), ordered);

        for (int i = 0; i < 2; i++) {
            stock.sold(SELLER, order(1), ordered, Map.of("tea", 2));
        }
        assertThat(level("tea").outside()).isEqualTo(1);
        assertThat(level("cup").outside()).isEqualTo(1);

        for (int i = 0; i < 2; i++) {
            stock.giveBack(SELLER, order(1), Map.of("tea", 1, "cup", 1));
            stock.sold(SELLER, order(1), ordered, Map.of("tea", 2));
        }
        assertThat(level("tea"))
                .extracting(StockLevel::onHand, StockLevel::outside)
                .containsExactly(8, 0);
        assertThat(level("cup"))
                .extracting(StockLevel::onHand, StockLevel::outside)
                .containsExactly(3, 0);
    }

    @Test
    void whatIsHeldTooLongIsOthersToHaveAndWhatIsKeptIsNot() {
        stock.hold(SELLER, order(1), Map.of("cup", 3), NINE.plusSeconds(60));

        assertThat(stock.hold(SELLER, order(2), Map.of("cup", 1), NINE.plusSeconds(60)))
                .isEqualTo(new HoldOutcome.TooFew("cup", 0));
        clock.moveTo(NINE.plusSeconds(61));
        assertThat(stock.keep(SELLER, order(2), Map.of("cup", 1))).isInstanceOf(HoldOutcome.Held.class);
        clock.moveTo(NINE.plus(Duration.ofDays(9)));

        assertThat(stock.hold(SELLER, order(3), Map.of("cup", 3), NINE.plus(Duration.ofDays(10))))
                .isEqualTo(new HoldOutcome.TooFew("cup", 2));
    }

    @Test
    void aRefusalReservesNothing() {
        assertThat(stock.hold(SELLER, order(1), Map.of("cup", 1, "tea", 11), NINE.plusSeconds(60)))
                .isEqualTo(new HoldOutcome.TooFew("tea", 10));
        assertThat(stock.hold(SELLER, order(1), Map.of("cup", 1, "wok", 1), NINE.plusSeconds(60)))
                .isEqualTo(new HoldOutcome.Unknown("wok"));
        assertThat(stock.hold(new MerchantId("m2"), order(1), Map.of("cup", 1), NINE.plusSeconds(60)))
                .isEqualTo(new HoldOutcome.Unknown("cup"));

        assertThat(level("cup").reserved()).isZero();
    }

    @Test
    void onlySoManyOrdersWaitForOneProduct() {
        stock.register(SELLER, List.of(new Product("pen", "Bút", 10, 10, 1_000)));
        for (int i = 0; i < 100; i++) {
            assertThat(stock.keep(SELLER, order(i), Map.of("pen", 1))).isInstanceOf(HoldOutcome.Held.class);
        }

        assertThat(stock.keep(SELLER, order(100), Map.of("pen", 1)))
                .isEqualTo(new HoldOutcome.TooManyWaiting("pen", 100));
    }

    @Test
    void registeringAgainKeepsTheNumbers() {
        stock.keep(SELLER, order(1), Map.of("tea", 2));

        stock.register(SELLER, List.of(new Product("tea", "Trà mới", 250, 500, 99)));

        assertThat(level("tea")).isEqualTo(new StockLevel("tea", "Trà mới", 250, 500, 10, 2, 0));
        assertThat(stock.list(SELLER, 10)).hasSize(2);
        assertThat(stock.list(new MerchantId("m2"), 10)).isEmpty();
    }

    @Test
    void anyCallsInAnyOrderKeepTheNumbersTrue() {
        Random random = new Random(11);
        for (int i = 0; i < 800; i++) {
            OrderId order = order(random.nextInt(12));
            Map<String, Integer> wanted = Map.of("tea", order.value().length() % 3 + 1);
            switch (random.nextInt(6)) {
                case 0 -> stock.hold(SELLER, order, wanted, clock.instant().plusSeconds(30));
                case 1 -> stock.keep(SELLER, order, wanted);
                case 2 -> stock.release(SELLER, order, wanted);
                case 3 -> stock.take(SELLER, order, wanted);
                case 4 -> stock.giveBack(SELLER, order, wanted);
                default -> clock.moveTo(clock.instant().plusSeconds(7));
            }
            StockLevel level = level("tea");
            assertThat(level.available()).isBetween(0, 10);
            assertThat(level.onHand() + level.outside()).as("call %s", i).isEqualTo(10);
        }
    }

    private StockLevel level(String sku) {
        return new HashMap<>(stock.findAll(SELLER, List.of(sku))).get(sku);
    }

    private static OrderId order(int number) {
        return new OrderId("o_" + number);
    }
}
