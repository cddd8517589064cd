package io.giaovan.routingengine.courier;

import static io.giaovan.routingengine.dispatch.TestDay.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.dispatch.TestDay;
import io.giaovan.routingengine.dispatch.TestEngine;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages as a browser without scripts sees them. */
class PagesIT {
    private final TestEngine engine = new TestEngine();
    private final TestDay day = new TestDay(engine).withDepot().withCourier(1, "08:00", "20:00");
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @AfterEach
    void stop() {
        browser.close();
        engine.close();
    }

    @Test
    void aCourierWorksAWholeRouteByFormsAlone() throws Exception {
        ok(day.request("GV-1", 10.775, 106.70, "08:00", "11:00", 90_000));
        day.planAndRelease("k1");
        engine.moveTo("08:00");
        assertThat(get("/courier")).contains("Số điện thoại").doesNotContain("GV-1");
        assertThat(post("/courier/sign-in", "phone=0901234501&pin=0000").statusCode())
                .isEqualTo(401);

        assertThat(post("/courier/sign-in", "phone=0901234501&pin=1234").body()).contains("Bắt đầu ca");
        assertThat(post("/courier/shift/start", "").body()).contains("Đã xếp hàng");
        String onTheWay = post("/courier/depart", "").body();
        assertThat(onTheWay)
                .contains("12 Nguyễn Huệ", "90.000 ₫", "Đã đến", "geo:10.775")
                .doesNotContain("912345678");
        String atTheDoor = post("/courier/stops/c1.2026-11-24.1.1/arrive", "").body();
        assertThat(atTheDoor).contains("multipart/form-data", "capture=\"environment\"", "name=\"cash\"");
        HttpResponse<String> wrongCash = multipart("10000");
        assertThat(wrongCash.statusCode()).isEqualTo(422);
        assertThat(wrongCash.body()).contains("10000 VND", "90000 VND", "role=\"alert\"");
        assertThat(multipart("90.000").body()).contains("Chưa có tuyến");

        String ended = post("/courier/shift/end", "").body();
        assertThat(ended).contains("90.000 ₫");
        assertThat(post("/courier/sign-out", "").body()).contains("Số điện thoại");
    }

    @Test
    void aFailedAttemptTakesAReason() throws Exception {
        ok(day.request("GV-1", 10.775, 106.70, "08:00", "11:00", 0));
        day.planAndRelease("k1");
        engine.moveTo("08:00");
        post("/courier/sign-in", "phone=0901234501&pin=1234");
        post("/courier/shift/start", "");
        post("/courier/depart", "");
        post("/courier/stops/c1.2026-11-24.1.1/arrive", "");

        assertThat(get("/courier?form=fail&lang=en")).contains("Nobody home", "Cannot pay");
        post("/courier/stops/c1.2026-11-24.1.1/fail", "reason=NOT_HOME&note=rang+twice");

        assertThat(get("/courier?lang=en")).contains("No route yet");
    }

    @Test
    void theDialledNumberIsGivenOnlyWhileTheStopIsAhead() throws Exception {
        ok(day.request("GV-1", 10.775, 106.70, "08:00", "11:00", 0));
        day.planAndRelease("k1");
        engine.moveTo("08:00");
        post("/courier/sign-in", "phone=0901234501&pin=1234");
        post("/courier/shift/start", "");
        post("/courier/depart", "");
        HttpClient strict = HttpClient.newBuilder()
                .cookieHandler(browser.cookieHandler().orElseThrow())
                .build();
        HttpRequest call = HttpRequest.newBuilder(at("/courier/stops/c1.2026-11-24.1.1/call"))
                .build();

        assertThat(strict.send(call, HttpResponse.BodyHandlers.ofString())
                        .headers()
                        .firstValue("location"))
                .hasValue("tel:+84912345678");
        post("/courier/stops/c1.2026-11-24.1.1/fail", "reason=AREA_CLOSED");

        assertThat(strict.send(call, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(409);
        strict.close();
    }

    @Test
    void aDispatcherPlansAndReleasesFromTheBoard() throws Exception {
        ok(day.request("GV-1", 10.775, 106.70, "08:00", "11:00", 0));
        assertThat(get("/board")).contains("Mã điều phối").doesNotContain("GV-1");
        assertThat(post("/board/sign-in", "key=nonsense-of-sixteen").statusCode())
                .isEqualTo(401);

        String board = post(
                        "/board/sign-in", "key=" + URLEncoder.encode(TestEngine.DISPATCHER_KEY, StandardCharsets.UTF_8))
                .body();

        assertThat(board).contains("Kho 1", "GV-1", "Lập tuyến", "08:00–11:00").doesNotContain("Chị Hoa", "Nguyễn Huệ");
        post("/board/plan", "");
        engine.await(() -> tray().contains("/release"));
        String tray = tray();
        String planId = tray.substring(tray.indexOf("/board/plans/") + 13, tray.indexOf("/release"));
        String released = post("/board/plans/" + planId + "/release", "").body();
        assertThat(released).contains("c1.2026-11-24.1", "Đúng giờ", "Mọi đơn đều đã có tuyến");
        assertThat(get("/board/routes?route=c1.2026-11-24.1&lang=en"))
                .contains("GV-1", "On time", "aria-expanded=\"true\"");
        assertThat(get("/board/map")).contains("\"line\":[[106.69,10.77],[106.7,10.775]");
        assertThat(get("/assets/dispatch/board.js")).contains("ol.Map");
        assertThat(get("/assets/courier/courier.js")).contains("pad");
    }

    private String tray() {
        try {
            return get("/board/tray");
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> multipart(String cash) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        part(body, "scannedCode", "GV-1");
        part(body, "kind", "SIGNATURE");
        part(body, "signature", "M10 10L20 20L30 10");
        part(body, "code", "");
        part(body, "cash", cash);
        body.append("--cut\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"\"\r\n")
                .append("Content-Type: application/octet-stream\r\n\r\n\r\n--cut--\r\n");
        return browser.send(
                HttpRequest.newBuilder(at("/courier/stops/c1.2026-11-24.1.1/deliver"))
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void part(StringBuilder body, String name, String value) {
        body.append("--cut\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n");
    }

    private URI at(String path) {
        return URI.create(engine.uri() + path);
    }
}
