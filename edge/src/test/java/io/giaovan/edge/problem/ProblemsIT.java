package io.giaovan.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.TimeWindow;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest
@Property(name = "spec", value = "problems")
@Property(name = "giaovan.house.key", value = "0123456789abcdef0123456789abcdef")
@Property(name = "micronaut.server.max-request-size", value = "2000")
class ProblemsIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Inject
    EmbeddedServer server;

    record Basket(
            String note, List<OrderLine> lines, @Nullable TimeWindow window) {}

    @Controller("/baskets")
    @Requires(property = "spec", value = "problems")
    static class BasketController {
        @Post
        Basket echo(@Body Basket basket) {
            return basket;
        }

        @Get("/refused")
        String refused() {
            throw new ProblemException(ErrorCode.OUT_OF_STOCK, "There are 2 left");
        }

        @Get("/failed")
        String failed() {
            throw new IllegalStateException("secret detail");
        }

        @Get("/money")
        Money money() {
            return new Money(1, "XX1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"note\":\"a\",| 400 | BAD_JSON | line 1",
                "{\"lines\":[| 400 | BAD_JSON | line 1",
                "[]| 422 | INVALID_FIELD | The body",
                "{\"lines\":[]}| 422 | INVALID_FIELD | note must be given",
                "{\"note\":null,\"lines\":[]}| 422 | INVALID_FIELD | note",
                "{\"note\":\"a\",\"lines\":[],\"colour\":1}| 422 | INVALID_FIELD | colour",
                "{\"note\":\"a\",\"lines\":[{\"sku\":\"s\",\"name\":\"n\",\"quantity\":0,\"unitPrice\":{\"amount\":1,\"currency\":\"VND\"}}]}| 422 | INVALID_FIELD | lines[0].quantity 0 is outside 1 to 1000",
                "{\"note\":\"a\",\"lines\":[{\"sku\":\"s\",\"name\":\"n\",\"quantity\":1,\"unitPrice\":{\"amount\":-5,\"currency\":\"VND\"}}]}| 422 | INVALID_FIELD | lines[0].unitPrice -5 is below 0",
                "{\"note\":\"a\",\"lines\":[{\"sku\":\"s\",\"name\":\"n\",\"quantity\":1.5,\"unitPrice\":{\"amount\":1,\"currency\":\"VND\"}}]}| 422 | INVALID_FIELD | lines[0].quantity",
                "{\"note\":\"a\",\"lines\":[],\"window\":{\"start\":\"2026-11-24T09:00:00Z\",\"end\":\"2026-11-24T08:00:00Z\"}}| 422 | INVALID_FIELD | window.end",
                "{\"note\":\"a\",\"lines\":[],\"window\":{\"start\":\"soon\",\"end\":\"2026-11-24T08:00:00Z\"}}| 422 | INVALID_FIELD | window.start: 'soon' is not an ISO-8601 instant",
            })
    void wrongBodiesAreNamedByFieldValueAndLimit(String body, int status, String code, String detail) throws Exception {
        HttpResponse<String> response = post(body);

        assertThat(response.body()).contains("\"code\":\"" + code + "\"").contains(detail);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void aRightBodyComesBackAsItWas() throws Exception {
        String body =
                "{\"note\":\"a\",\"lines\":[],\"window\":{\"start\":\"2026-11-24T08:00:00Z\",\"end\":\"2026-11-24T09:00:00Z\"}}";

        HttpResponse<String> response = post(body);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(body);
    }

    @Test
    void aBodyOverTheLimitIsRefused() throws Exception {
        HttpResponse<String> response = post("{\"note\":\"" + "x".repeat(3000) + "\",\"lines\":[]}");

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("BODY_TOO_LARGE");
    }

    @Test
    void refusalsUnknownAddressesAndFailuresAreProblems() throws Exception {
        assertThat(get("/baskets/refused").body()).contains("OUT_OF_STOCK", "There are 2 left", "\"status\":409");
        assertThat(get("/nowhere").body()).contains("NOT_FOUND", "\"status\":404");
        assertThat(get("/baskets/money").body()).contains("INVALID_FIELD", "currency");
        assertThat(get("/baskets/failed").body()).contains("INTERNAL").doesNotContain("secret detail");
    }

    @Test
    void theHousesOwnDoorNeedsTheHousesKey() throws Exception {
        assertThat(get("/internal/anything").statusCode()).isEqualTo(401);
    }

    @Test
    void assetsAreServedAndStrayPathsAreNot() throws Exception {
        assertThat(get("/webjars/ol.js").statusCode()).isEqualTo(200);
        assertThat(get("/webjars/ol.css").statusCode()).isEqualTo(200);
        assertThat(get("/webjars/htmx.js").statusCode()).isEqualTo(200);
        assertThat(get("/webjars/sse.js").statusCode()).isEqualTo(200);
        assertThat(get("/assets/edge/house.css").statusCode()).isEqualTo(200);
        assertThat(get("/assets/edge/..%2F..%2Fapplication.yml").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(server.getURI() + "/baskets"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(server.getURI() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
