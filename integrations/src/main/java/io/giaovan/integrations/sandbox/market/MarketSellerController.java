package io.giaovan.integrations.sandbox.market;

import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.integrations.sandbox.FaultBoard;
import io.giaovan.integrations.sync.partner.PartnerJson;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox marketplace's seller API. As with the real one, trouble is told in the body's {@code error} with HTTP
 * status 200.
 */
@Controller("/sandbox/chogo/api/v2")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MarketSellerController {
    private static final PartnerJson JSON = PartnerJson.SNAKE_CASE;
    private static final int PAGE_MAX = 100;
    private static final int DETAILS_MAX = 50;
    private static final long WINDOW_SECONDS_MAX = 15 * 24 * 3600L;

    private final Market market;
    private final MarketLedger ledger;
    private final MarketSignatureCheck signatures;
    private final FaultBoard faults;
    private final RandomGenerator random;

    MarketSellerController(
            Market market,
            MarketLedger ledger,
            MarketSignatureCheck signatures,
            FaultBoard faults,
            @Named("sync") RandomGenerator random) {
        this.market = market;
        this.ledger = ledger;
        this.signatures = signatures;
        this.faults = faults;
        this.random = random;
    }

    @Get("/order/get_order_list")
    HttpResponse<?> listOrders(
            HttpRequest<?> request,
            @QueryValue("time_from") long from,
            @QueryValue("time_to") long to,
            @QueryValue("page_size") int pageSize,
            @QueryValue(value = "cursor", defaultValue = "") String cursor) {
        return answer(request, shop -> {
            if (pageSize < 1 || pageSize > PAGE_MAX || to < from || to - from > WINDOW_SECONDS_MAX) {
                throw new MarketRefusal("error_param", "time range or page_size");
            }
            int skip = cursor.matches("[0-9]{1,9}") ? Integer.parseInt(cursor) : 0;
            List<MarketOrder> found = ledger.listChanged(shop.shopId(), from, to, skip, pageSize + 1);
            boolean more = found.size() > pageSize;
            return new MarketWire.Page(
                    more,
                    more ? String.valueOf(skip + pageSize) : "",
                    found.stream()
                            .limit(pageSize)
                            .map(order -> new MarketWire.Number(order.orderSn()))
                            .toList());
        });
    }

    @Get("/order/get_order_detail")
    HttpResponse<?> getDetails(HttpRequest<?> request, @QueryValue("order_sn_list") String numbers) {
        return answer(request, shop -> {
            List<String> asked = List.of(numbers.split(","));
            if (asked.size() > DETAILS_MAX) {
                throw new MarketRefusal("error_param", "order_sn_list");
            }
            return new MarketWire.Details(asked.stream()
                    .flatMap(number -> ledger.find(number).stream())
                    .filter(order -> order.shopId().equals(shop.shopId()))
                    .map(MarketWire::detail)
                    .toList());
        });
    }

    @Post("/logistics/ship_order")
    @Consumes(MediaType.ALL)
    HttpResponse<?> ship(HttpRequest<?> request, @Body String body) {
        return answer(request, shop -> {
            MarketWire.ShipOrder call = read(body, MarketWire.ShipOrder.class);
            String number = call.nonIntegrated() == null
                    ? ""
                    : call.nonIntegrated().path("tracking_number").asText("");
            if (number.isBlank()) {
                throw new MarketRefusal("error_param", "tracking_number");
            }
            market.ship(ownOrder(shop, call.orderSn()), number);
            return null;
        });
    }

    @Post("/logistics/update_tracking_status")
    @Consumes(MediaType.ALL)
    HttpResponse<?> updateTracking(HttpRequest<?> request, @Body String body) {
        return answer(request, shop -> {
            MarketWire.TrackingUpdate call = read(body, MarketWire.TrackingUpdate.class);
            market.updateTracking(ownOrder(shop, call.orderSn()), call.logisticsStatus());
            return null;
        });
    }

    @Post("/order/cancel_order")
    @Consumes(MediaType.ALL)
    HttpResponse<?> cancel(HttpRequest<?> request, @Body String body) {
        return answer(request, shop -> {
            market.cancelBySeller(
                    ownOrder(shop, read(body, MarketWire.Cancel.class).orderSn()));
            return null;
        });
    }

    @Post("/order/handle_buyer_cancellation")
    @Consumes(MediaType.ALL)
    HttpResponse<?> answerCancellation(HttpRequest<?> request, @Body String body) {
        return answer(request, shop -> {
            MarketWire.Answer call = read(body, MarketWire.Answer.class);
            market.answerCancellation(
                    ownOrder(shop, call.orderSn()), call.operation().equals("ACCEPT"));
            return null;
        });
    }

    private HttpResponse<?> answer(HttpRequest<?> request, Function<MarketShop, @Nullable Object> call) {
        return faults.under(MarketPushes.PARTNER, () -> {
            String requestId = Secrets.newKey("", random);
            try {
                Object response = call.apply(signatures.check(request));
                return json(new MarketWire.Envelope("", "", requestId, response));
            } catch (MarketRefusal refused) {
                return json(new MarketWire.Envelope(
                        refused.error(), String.valueOf(refused.getMessage()), requestId, null));
            } catch (IllegalArgumentException unreadable) {
                return json(new MarketWire.Envelope("error_param", "the body cannot be read", requestId, null));
            } catch (ProblemException lost) {
                return json(new MarketWire.Envelope("error_server", "try again", requestId, null));
            }
        });
    }

    private String ownOrder(MarketShop shop, String orderSn) {
        return ledger.find(orderSn)
                .filter(order -> order.shopId().equals(shop.shopId()))
                .orElseThrow(() -> new MarketRefusal("order.order_not_found", "order is not known"))
                .orderSn();
    }

    private static <T> T read(String body, Class<T> type) {
        return JSON.read("body", body, type);
    }

    private static HttpResponse<?> json(Object body) {
        return HttpResponse.ok(JSON.write(body)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
