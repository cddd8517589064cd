package io.giaovan.integrations.carrier.ghn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.parcel.CarrierBooking;
import io.giaovan.contracts.parcel.CarrierBookingRequest;
import io.giaovan.contracts.parcel.ParcelCarriers;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.integrations.House;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GhnIT {
    private static final String TOKEN = "a-token-of-the-sandbox";
    private static final String WEBHOOK_SECRET = "a-secret-in-the-address";

    private House house;
    private ParcelCarriers carriers;

    @BeforeEach
    void start() {
        house = House.start(Map.of("giaovan.ghn.token", TOKEN, "giaovan.ghn.webhook-secret", WEBHOOK_SECRET));
        carriers = house.bean(ParcelCarriers.class);
        putShop(Map.of());
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void aParcelIsBookedOnceAndCostsWhatTheCompanySays() {
        CarrierBooking booking = carriers.book("ghn", request("P1"));
        CarrierBooking again = carriers.book("ghn", request("P1"));

        assertThat(carriers.listCarriers()).containsExactly("ghn");
        assertThat(booking.fee()).isEqualTo(Money.vnd(25_000));
        assertThat(again).isEqualTo(booking);
        assertThat(bookingsAtTheCompany()).isEqualTo(1);
    }

    @Test
    void aLostAnswerLeavesOneBooking() {
        faults(Map.of("dropRepliesPercent", 100));
        assertThatThrownBy(() -> carriers.book("ghn", request("P1")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.PARTNER_FAILED));

        faults(Map.of());
        CarrierBooking booking = carriers.book("ghn", request("P1"));

        assertThat(booking.trackingCode()).startsWith("G");
        assertThat(bookingsAtTheCompany()).isEqualTo(1);
    }

    @Test
    void manyCallsAtOnceUnderFaultsMakeOneBooking() throws Exception {
        faults(Map.of("dropRepliesPercent", 30, "errorsPercent", 20, "seed", 3));
        List<Callable<String>> calls = Collections.nCopies(12, () -> {
            try {
                return carriers.book("ghn", request("P1")).trackingCode();
            } catch (ProblemException later) {
                return "";
            }
        });

        Set<String> codes = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : threads.invokeAll(calls)) {
                codes.add(call.get());
            }
        }
        faults(Map.of());
        codes.add(carriers.book("ghn", request("P1")).trackingCode());
        codes.remove("");

        assertThat(codes).hasSize(1);
        assertThat(bookingsAtTheCompany()).isEqualTo(1);
    }

    @Test
    void everyStepIsToldOnceAndInOrderThoughNoticesComeTwiceAndMixed() {
        faults(Map.of("duplicates", 2, "reorderPercent", 100, "delayMillisMax", 40, "seed", 5));
        String code = carriers.book("ghn", request("P1")).trackingCode();

        for (int step = 0; step < 6; step++) {
            walk(code, Map.of());
        }
        house.awaitQuiet();

        assertThat(house.tracking.of("P1"))
                .containsExactly(
                        "PICKUP_PENDING ready_to_pick",
                        "PICKUP_PENDING picking",
                        "PICKED_UP picked",
                        "IN_TRANSIT storing",
                        "IN_TRANSIT transporting",
                        "OUT_FOR_DELIVERY delivering",
                        "DELIVERED delivered");
    }

    @Test
    void anUnknownStatusIsKeptAsTheCompanySaidItAndAPersonIsTold() {
        String code = carriers.book("ghn", request("P1")).trackingCode();

        walk(code, Map.of("status", "on_holiday"));
        house.awaitQuiet();

        assertThat(house.tracking.of("P1")).containsExactly("PICKUP_PENDING ready_to_pick", "UNKNOWN on_holiday");
        assertThat(house.get("/internal/alerts")
                        .get("alerts")
                        .get(0)
                        .get("what")
                        .asText())
                .contains("on_holiday");
    }

    @Test
    void withoutAnyNoticeTheNextPollTellsEveryStep() {
        faults(Map.of("dropPushesPercent", 100));
        String code = carriers.book("ghn", request("P1")).trackingCode();
        walk(code, Map.of());
        house.awaitQuiet();
        assertThat(house.tracking.of("P1")).isEmpty();

        house.await("asked for", () -> {
            house.advance(Duration.ofMinutes(30));
            house.awaitQuiet();
            return !house.tracking.of("P1").isEmpty();
        });

        assertThat(house.tracking.of("P1")).containsExactly("PICKUP_PENDING ready_to_pick", "PICKUP_PENDING picking");
    }

    @Test
    void parcelsMoveWithTheClockWhenTheSandboxIsToldTo() {
        putShop(Map.of("stepEvery", "PT1H"));
        carriers.book("ghn", request("P1"));

        house.await("delivered", () -> {
            house.advance(Duration.ofHours(2));
            house.awaitQuiet();
            return house.tracking.of("P1").contains("DELIVERED delivered");
        });

        assertThat(house.tracking.of("P1")).hasSize(7);
    }

    @Test
    void aParcelIsCancelledUntilItIsPickedUp() {
        String early = carriers.book("ghn", request("P1")).trackingCode();
        String late = carriers.book("ghn", request("P2")).trackingCode();
        walk(late, Map.of("status", "picked"));

        carriers.cancel(House.MERCHANT, "ghn", early);
        carriers.cancel(House.MERCHANT, "ghn", early);
        house.awaitQuiet();

        assertThat(house.tracking.of("P1")).containsExactly("PICKUP_PENDING ready_to_pick", "CANCELLED cancel");
        assertThatThrownBy(() -> carriers.cancel(House.MERCHANT, "ghn", late)).hasMessageContaining("any more");
        assertThatThrownBy(() -> carriers.cancel(new MerchantId("m2"), "ghn", late))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void aNoticeUnderAWrongAddressIsRefusedAndAForgedOneIsNotBelieved() {
        String code = carriers.book("ghn", request("P1")).trackingCode();
        house.awaitQuiet();
        String forged = "{\"OrderCode\":\"" + code + "\",\"ClientOrderCode\":\"P1\",\"Status\":\"delivered\"}";

        assertThat(notice("a-secret-in-the-addresS", forged)).isEqualTo(401);
        assertThat(notice(WEBHOOK_SECRET, "{}")).isEqualTo(422);
        assertThat(notice(WEBHOOK_SECRET, forged)).isEqualTo(200);
        house.awaitQuiet();

        assertThat(house.tracking.of("P1")).containsExactly("PICKUP_PENDING ready_to_pick");
    }

    @Test
    void cashOfEveryDeliveredParcelIsAccountedForOnce() {
        String first = carriers.book("ghn", request("P1")).trackingCode();
        String second = carriers.book("ghn", request("P2")).trackingCode();
        String underWay = carriers.book("ghn", request("P3")).trackingCode();
        walk(first, Map.of("status", "delivered"));
        walk(second, Map.of("status", "delivered"));

        JsonNode csv = remit("r-1", "CSV");
        byte[] text = file("r-1");
        walk(underWay, Map.of("status", "delivered"));
        JsonNode xlsx = remit("r-2", "XLSX");

        assertThat(csv.path("taken").asLong()).isEqualTo(500_000);
        assertThat(csv.path("fees").asLong()).isEqualTo(2 * (1_000 + 1_250));
        assertThat(csv.path("paid").asLong()).isEqualTo(495_500);
        assertThat(new String(text, StandardCharsets.UTF_8))
                .startsWith("\uFEFFMã vận đơn;Tiền thu hộ;Phí thu hộ;Thực nhận\r\n")
                .contains(first + ";250.000;2.250;247.750\r\n")
                .contains(second + ";250.000;2.250;247.750\r\n")
                .doesNotContain(underWay);
        assertThat(xlsx.path("rows").findValuesAsText("orderCode")).containsExactly(underWay);
        assertThat(file("r-2")).startsWith('P', 'K').isEqualTo(file("r-2"));
        assertThat(remit("r-1", "CSV")).isEqualTo(csv);
        assertThat(remit("r-3", "CSV").path("rows")).isEmpty();
        assertThat(house.get("/sandbox/ghn/bookings").path("bookings").findValuesAsText("remittance"))
                .containsExactlyInAnyOrder("r-1", "r-1", "r-2");
    }

    @Test
    void accountsAskedForAtOnceShareTheParcels() throws Exception {
        for (int i = 1; i <= 6; i++) {
            walk(carriers.book("ghn", request("P" + i)).trackingCode(), Map.of("status", "delivered"));
        }
        List<Callable<JsonNode>> calls = List.of(
                () -> remit("r-1", "CSV"),
                () -> remit("r-2", "CSV"),
                () -> remit("r-1", "CSV"),
                () -> remit("r-3", "CSV"));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get().path("rows").isArray()).isTrue();
            }
        }

        List<String> accounted = new ArrayList<>();
        house.get("/sandbox/ghn/shops/1/remittances")
                .path("remittances")
                .forEach(file -> accounted.addAll(file.path("rows").findValuesAsText("orderCode")));
        assertThat(accounted).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void theSameCanBeDoneOverHttp() {
        var answer = house.post("/internal/parcel-carriers/list-carriers", Map.of());

        assertThat(answer.toString()).isEqualTo("[\"ghn\"]");
        assertThat(house.postRaw(
                                "/internal/parcel-carriers/cancel",
                                Map.of(
                                        "merchantId", Map.of("value", "m1"),
                                        "carrier", "dhl",
                                        "trackingCode", "X"))
                        .body())
                .contains("INVALID_FIELD")
                .contains("carrier");
    }

    private void putShop(Map<String, Object> more) {
        Map<String, Object> shop = new HashMap<>(Map.of(
                "token",
                TOKEN,
                "shopId",
                "1",
                "webhookUrl",
                house.url("/hooks/ghn/" + WEBHOOK_SECRET).toString()));
        shop.putAll(more);
        house.post("/sandbox/ghn/shops", shop);
    }

    private void faults(Map<String, Object> faults) {
        house.post("/sandbox/ghn/faults", faults);
    }

    private void walk(String orderCode, Map<String, Object> to) {
        house.post("/sandbox/ghn/bookings/" + orderCode + "/walk", to);
    }

    private JsonNode remit(String reference, String format) {
        return house.post("/sandbox/ghn/shops/1/remittances", Map.of("reference", reference, "format", format));
    }

    private byte[] file(String reference) {
        HttpRequest request = HttpRequest.newBuilder(
                        house.url("/sandbox/ghn/shops/1/remittances/" + reference + "/file"))
                .header("Authorization", "Bearer " + House.KEY)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private int bookingsAtTheCompany() {
        return house.get("/sandbox/ghn/bookings").get("bookings").size();
    }

    private int notice(String secret, String body) {
        return house.send(HttpRequest.newBuilder(house.url("/hooks/ghn/" + secret))
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static CarrierBookingRequest request(String parcelCode) {
        Address address = new Address("1 Lê Lợi", "Phường Bến Thành", "Thành phố Hồ Chí Minh", "VN", null);
        return new CarrierBookingRequest(
                parcelCode,
                House.MERCHANT,
                new OrderId("o1"),
                new Contact("Kho", "0901234567"),
                address,
                new Contact("Hoa", "0912345678"),
                address,
                new ParcelLoad(1_500, 8_000, 1),
                Money.vnd(250_000));
    }
}
