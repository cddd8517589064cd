package io.giaovan.orderservice.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.edge.outgoing.OutgoingCaller;
import io.giaovan.edge.outgoing.OutgoingSettings;
import io.giaovan.edge.outgoing.RetryPlan;
import io.giaovan.edge.outgoing.TargetGuard;
import io.giaovan.edge.time.SimulatedClock;
import io.giaovan.orderservice.notice.WebhookDelivery.Status;
import io.giaovan.store.document.StoreSettings;
import io.giaovan.store.document.TestMongo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookWorkerTest {
    private static final MerchantId SELLER = new MerchantId("tiem-sach");
    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");

    private final TestMongo mongo = TestMongo.start();
    private final SimulatedClock clock = new SimulatedClock(Clock.systemUTC(), NOON, 0);
    private final OutgoingSettings settings = new OutgoingSettings(true, Duration.ofSeconds(2), Duration.ofSeconds(2));
    private final WebhookQueue queue = queue();
    private final WebhookEndpoints endpoints = new MongoWebhookEndpoints(mongo.database());
    private final WebhookSecret secret = WebhookSecret.random(new Random(7));
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private WebhookWorker worker;
    private HttpServer shop;
    private volatile int answer = 200;

    @BeforeEach
    void start() throws IOException {
        worker = worker(new TargetGuard(true, InetAddress::getAllByName));
        shop = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        shop.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        shop.createContext("/", exchange -> {
            heard.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("webhook-id") + " "
                    + exchange.getRequestHeaders().getFirst("webhook-timestamp") + " "
                    + exchange.getRequestHeaders().getFirst("webhook-signature") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        shop.start();
        endpoints.add(new WebhookEndpoint("we_1", SELLER, url("/hook?a=1"), secret, NOON, null));
    }

    @AfterEach
    void stop() {
        shop.stop(0);
        mongo.close();
    }

    @Test
    void aMessageArrivesSignedAndOnce() {
        queue.add(delivery());
        queue.add(delivery());

        sendAllDue();
        queue.add(delivery());
        sendAllDue();

        String signature = secret.sign("msg_1", NOON, "{\"note\":\"Đã giao\"}");
        assertThat(heard)
                .containsExactly(
                        "/hook?a=1 msg_1 " + NOON.getEpochSecond() + " " + signature + " {\"note\":\"Đã giao\"}");
        assertThat(kept().status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void aFailedMessageIsTriedAgainUnderTheSameIdWhenItsTimeHasCome() {
        answer = 500;
        queue.add(delivery());
        sendAllDue();
        assertThat(heard).hasSize(1);
        assertThat(worker.unfinished()).isZero();

        answer = 204;
        clock.moveTo(NOON.plusSeconds(3));
        sendAllDue();
        assertThat(heard).hasSize(1);
        clock.moveTo(NOON.plusSeconds(7));
        sendAllDue();

        assertThat(heard).hasSize(2).allMatch(request -> request.contains(" msg_1 "));
        assertThat(kept().attempts()).isEqualTo(2);
        assertThat(kept().status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void itIsGivenUpAfterTheLastTryAndCanBeSentAgain() {
        answer = 500;
        queue.add(delivery());
        for (int i = 0; i < 12; i++) {
            sendAllDue();
            clock.moveTo(clock.instant().plus(Duration.ofDays(2)));
        }
        assertThat(heard).hasSize(RetryPlan.ATTEMPTS_MAX);
        assertThat(kept().status()).isEqualTo(Status.GIVEN_UP);

        answer = 200;
        queue.addAgain(kept().again(clock.instant()));
        sendAllDue();

        assertThat(kept().status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void goneSwitchesTheEndpointOff() {
        answer = 410;
        queue.add(delivery());

        sendAllDue();

        assertThat(kept().status()).isEqualTo(Status.DROPPED);
        assertThat(endpoints.find(SELLER, "we_1").orElseThrow().disabledBecause())
                .contains("410");
    }

    @Test
    void aRedirectIsNotFollowed() {
        answer = 302;
        queue.add(delivery());

        sendAllDue();

        assertThat(heard).hasSize(1);
        assertThat(kept().lastAnswer()).isEqualTo("status 302");
        assertThat(kept().status()).isEqualTo(Status.WAITING);
    }

    @Test
    void aTargetThatTurnedPrivateIsNeverCalled() {
        worker = worker(new TargetGuard(false, InetAddress::getAllByName));
        queue.add(delivery());

        sendAllDue();

        assertThat(heard).isEmpty();
        assertThat(endpoints.find(SELLER, "we_1").orElseThrow().enabled()).isFalse();
    }

    @Test
    void whatADeadWorkerHadTakenIsTakenAgain() {
        queue.add(delivery());
        assertThat(queue.lease(NOON, Duration.ofMinutes(5), 10)).hasSize(1);
        assertThat(queue.lease(NOON, Duration.ofMinutes(5), 10)).isEmpty();

        assertThat(queue().lease(NOON, Duration.ofMinutes(5), 10)).hasSize(1);
    }

    @Test
    void oneSellersDeliveriesAreHiddenFromAnother() {
        queue.add(delivery());

        assertThat(queue.find(new MerchantId("other"), "wd_1")).isEmpty();
        assertThat(queue.list(new MerchantId("other"), 10)).isEmpty();
        assertThat(queue.list(SELLER, 10)).hasSize(1);
    }

    private void sendAllDue() {
        queue.lease(clock.instant(), Duration.ofMinutes(1), 10).forEach(worker::send);
    }

    private WebhookDelivery kept() {
        return queue.find(SELLER, "wd_1").orElseThrow();
    }

    private WebhookDelivery delivery() {
        return new WebhookDelivery(
                "wd_1",
                SELLER,
                "we_1",
                "msg_1",
                "order.delivered",
                "{\"note\":\"Đã giao\"}",
                NOON,
                Status.WAITING,
                0,
                null,
                NOON);
    }

    private WebhookWorker worker(TargetGuard guard) {
        return new WebhookWorker(queue, endpoints, guard, new OutgoingCaller(settings), settings, clock, new Random(7));
    }

    private WebhookQueue queue() {
        return new MongoWebhookQueue(
                mongo.database(), new StoreSettings(mongo.uri(), mongo.databaseName(), true), Clock.systemUTC());
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + shop.getAddress().getPort() + path);
    }
}
