package io.giaovan.integrations.channel.chogo;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.IncomingOrder;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.integrations.FakeOrderIntake;
import io.giaovan.integrations.House;
import io.giaovan.integrations.sync.inbox.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChogoOrderImportIT {
    private House house;

    @BeforeEach
    void start() {
        house = House.start().withShop();
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void anOrderPlacedAtTheMarketplaceComesIn() {
        String orderSn = house.placeOrder();

        house.awaitQuiet();

        assertThat(house.intake.accepted()).hasSize(1);
        IncomingOrder order = house.intake.accepted().getFirst();
        assertThat(order.externalId()).isEqualTo(orderSn);
        assertThat(order.merchantId()).isEqualTo(House.MERCHANT);
        assertThat(order.total()).isEqualTo(Money.vnd(250_000));
        assertThat(order.payment()).isEqualTo(PaymentKind.CASH);
        assertThat(order.address().line()).isEqualTo("12 Lê Lợi");
        assertThat(order.address().ward()).isEqualTo("Phường Bến Thành");
        assertThat(order.buyer().phone()).isEqualTo("+84912345678");
        assertThat(order.placedAt()).isEqualTo(House.NOON);
    }

    @Test
    void theSamePlacingUnderOneKeyIsOneOrder() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            numbers.add(house.send(java.net.http.HttpRequest.newBuilder(
                                    house.url("/sandbox/chogo/shops/" + House.SHOP + "/orders"))
                            .header("Authorization", "Bearer " + House.SECRET)
                            .header("Idempotency-Key", "buy-1")
                            .header("Content-Type", "application/json")
                            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("""
                                    {"buyer":{"name":"A","phone":"0912345678"},"payment":"PREPAID",
                                     "address":{"line":"1 Lê Lợi","ward":"w","province":"p","country":"VN"},
                                     "items":[{"sku":"S","name":"n","quantity":1,"price":{"amount":1000,"currency":"VND"}}]}
                                    """)))
                    .body());
        }

        house.awaitQuiet();

        assertThat(numbers.get(0)).isEqualTo(numbers.get(1));
        assertThat(house.intake.accepted()).hasSize(1);
        assertThat(house.intake.accepted().getFirst().payment()).isEqualTo(PaymentKind.MARKETPLACE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50})
    void theSamePushManyTimesAtOnceIsOneOrder(int times) throws Exception {
        house.faults(Map.of("dropPushesPercent", 100));
        String orderSn = house.placeOrder();
        String body = House.pushBody(orderSn, "READY_TO_SHIP", Instant.now(), House.NOON.getEpochSecond());
        String signature = house.signature(body);
        List<Callable<Integer>> pushes =
                Collections.nCopies(times, () -> house.push(body, signature).statusCode());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(pushes)).allMatch(answer -> answer.resultNow() == 200);
        }
        house.awaitQuiet();

        assertThat(house.intake.acceptedNumbers()).containsExactly(orderSn);
        assertThat(house.intake.calls()).isEqualTo(1);
    }

    @Test
    void anAcceptedPushIsAnsweredWithAnEmptyBody() {
        String body = House.pushBody("X", "READY_TO_SHIP", Instant.now(), 1);

        var answer = house.push(body, house.signature(body));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aPushThatIsNotSignedLatelyAndExactlyIsRefusedAndLeavesNoTrace() {
        house.faults(Map.of("dropPushesPercent", 100));
        String orderSn = house.placeOrder();
        String good = House.pushBody(orderSn, "READY_TO_SHIP", Instant.now(), 1);
        String stale = House.pushBody(orderSn, "READY_TO_SHIP", Instant.now().minusSeconds(901 + 60), 1);
        String early = House.pushBody(orderSn, "READY_TO_SHIP", Instant.now().plusSeconds(901 + 60), 1);
        String signature = house.signature(good);

        assertThat(house.push(good, "").statusCode()).as("missing").isEqualTo(401);
        assertThat(house.push(good, "0".repeat(64)).statusCode()).as("wrong").isEqualTo(401);
        assertThat(house.push(good, signature.substring(1)).statusCode())
                .as("short")
                .isEqualTo(401);
        assertThat(house.push(good.replace("READY", "REBDY"), signature).statusCode())
                .as("flipped byte")
                .isEqualTo(401);
        assertThat(house.push(good.replace(",", ", "), signature).statusCode())
                .as("written anew")
                .isEqualTo(401);
        assertThat(house.push(stale, house.signature(stale)).statusCode())
                .as("stale")
                .isEqualTo(401);
        assertThat(house.push(early, house.signature(early)).statusCode())
                .as("from the future")
                .isEqualTo(401);
        assertThat(house.push("no json", house.signature("no json")).statusCode())
                .as("no timestamp")
                .isEqualTo(401);
        assertThat(house.push("x".repeat(262_145), "").statusCode())
                .as("too large")
                .isEqualTo(413);

        assertThat(house.bean(Inbox.class).waiting("chogo-pushes")).isZero();
        house.awaitQuiet();
        assertThat(house.intake.calls()).isZero();
        assertThat(house.parkedIds()).isEmpty();
    }

    @Test
    void aCrashBetweenInboxAndOrderLosesAndDoublesNothing() {
        house.intake.failNext(3);
        String orderSn = house.placeOrder();
        house.await("first try", () -> house.intake.calls() >= 1);

        house.restart();
        house.awaitQuiet();

        assertThat(house.intake.acceptedNumbers()).containsExactly(orderSn);
        assertThat(house.intake.calls()).isEqualTo(4);
    }

    @Test
    void aPoisonedMessageIsParkedWhileOthersGoOnAndCanBeReplayed() {
        String poisoned = house.placeOrder(FakeOrderIntake.SCARCE);
        String healthy = house.placeOrder();
        house.awaitQuiet();

        assertThat(house.intake.acceptedNumbers()).containsExactly(healthy);
        var parked = house.get("/internal/parked").get("parked");
        assertThat(parked).hasSize(1);
        assertThat(parked.get(0).get("reason").asText())
                .contains("OUT_OF_STOCK")
                .contains(poisoned);

        house.intake.stockUp();
        assertThat(house.postRaw("/internal/parked/" + house.parkedIds().getFirst() + "/replay", Map.of())
                        .statusCode())
                .isEqualTo(202);
        house.awaitQuiet();

        assertThat(house.intake.acceptedNumbers()).containsExactly(healthy, poisoned);
        assertThat(house.parkedIds()).isEmpty();
        assertThat(house.postRaw("/internal/parked/none/replay", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void withoutAnyPushTheNextPollBringsEveryOrder() {
        house.faults(Map.of("dropPushesPercent", 100));
        List<String> placed =
                IntStream.range(0, 120).mapToObj(_ -> house.placeOrder()).toList();
        house.awaitQuiet();
        assertThat(house.intake.accepted()).isEmpty();

        house.await("known to the poll", () -> {
            house.advance(Duration.ofMinutes(5));
            house.awaitQuiet();
            return !house.intake.accepted().isEmpty();
        });

        assertThat(house.intake.acceptedNumbers()).containsExactlyInAnyOrderElementsOf(placed);
        assertThat(house.intake.calls()).isEqualTo(120);
    }

    @Test
    void duplicatesDelaysDisorderLostAnswersAndBadSignaturesChangeNothing() {
        house.faults(Map.of(
                "duplicates", 3,
                "dropRepliesPercent", 30,
                "delayMillisMax", 50,
                "reorderPercent", 50,
                "badSignaturePercent", 30,
                "errorsPercent", 20,
                "seed", 7));

        List<String> placed =
                IntStream.range(0, 8).mapToObj(_ -> house.placeOrder()).toList();
        house.awaitQuiet();

        assertThat(house.intake.acceptedNumbers()).containsExactlyInAnyOrderElementsOf(placed);
        assertThat(house.parkedIds()).isEmpty();
    }

    @Test
    void anUnknownStatusStaysPendingAndAPersonIsTold() {
        house.faults(Map.of("dropPushesPercent", 100));
        String orderSn = house.placeOrder();
        house.faults(Map.of());

        house.post(
                "/sandbox/chogo/shops/" + House.SHOP + "/orders/" + orderSn + "/status", Map.of("status", "DREAMING"));
        house.awaitQuiet();

        assertThat(house.intake.calls()).isZero();
        assertThat(house.intake.cancelled()).isEmpty();
        assertThat(house.get("/internal/alerts")
                        .get("alerts")
                        .get(0)
                        .get("what")
                        .asText())
                .contains("DREAMING");
    }

    @Test
    void theBuyersCancellationIsAnsweredByWhatTheOrderRoomSays() {
        String early = house.placeOrder();
        String late = house.placeOrder();
        house.awaitQuiet();
        house.intake.ship(late);

        for (String orderSn : List.of(early, late)) {
            house.post("/sandbox/chogo/shops/" + House.SHOP + "/orders/" + orderSn + "/cancel", Map.of("reason", "no"));
        }
        house.awaitQuiet();

        assertThat(house.marketStatus(early)).isEqualTo("CANCELLED");
        assertThat(house.intake.cancelled()).containsExactly(early);
        assertThat(house.marketStatus(late)).isEqualTo("READY_TO_SHIP");
    }

    @Test
    void controlsNeedAKey() {
        var request = java.net.http.HttpRequest.newBuilder(house.url("/sandbox/chogo/shops/" + House.SHOP + "/orders"));

        assertThat(house.send(request).statusCode()).isEqualTo(401);
        assertThat(house.send(request.header("Authorization", "Bearer wrong")).statusCode())
                .isEqualTo(401);
    }
}
