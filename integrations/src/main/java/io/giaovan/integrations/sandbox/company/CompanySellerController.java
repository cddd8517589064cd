package io.giaovan.integrations.sandbox.company;

import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.integrations.sandbox.FaultBoard;
import io.giaovan.integrations.sync.partner.PartnerJson;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sandbox parcel company's API in the shape of GHN's: a token in the header, the outcome in an envelope. */
@Controller("/sandbox/ghn/shiip/public-api/v2/shipping-order")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CompanySellerController {
    private static final PartnerJson JSON = PartnerJson.SNAKE_CASE;
    private static final int GRAMS_MAX = 1_600_000;

    private final Company company;
    private final CompanyLedger ledger;
    private final FaultBoard faults;

    CompanySellerController(Company company, CompanyLedger ledger, FaultBoard faults) {
        this.company = company;
        this.ledger = ledger;
        this.faults = faults;
    }

    record Create(
            @Nullable String clientOrderCode,
            @Nullable String toName,
            @Nullable String toPhone,
            @Nullable String toAddress,
            int weight,
            long codAmount) {}

    record Created(String orderCode, long totalFee, String expectedDeliveryTime) {}

    record ByOrderCode(@Nullable String orderCode) {}

    record ByClientCode(@Nullable String clientOrderCode) {}

    record OrderCodes(@Nullable List<String> orderCodes) {}

    record Cancelled(String orderCode, boolean result, String message) {}

    record LogEntry(String status, String updatedDate) {}

    record Detail(
            String orderCode,
            String clientOrderCode,
            String status,
            long totalFee,
            long codAmount,
            List<LogEntry> log) {}

    record Envelope(
            int code,
            String message,
            @Nullable String codeMessage,
            @Nullable Object data) {}

    /** An answer and its HTTP status. */
    private record Reply(HttpStatus status, Envelope body) {
        static Reply ok(Object data) {
            return new Reply(HttpStatus.OK, new Envelope(200, "Success", null, data));
        }

        static Reply refused(HttpStatus status, String codeMessage) {
            return new Reply(status, new Envelope(status.getCode(), "Refused", codeMessage, null));
        }
    }

    @Post("/create")
    @Consumes(MediaType.ALL)
    HttpResponse<?> create(
            @Nullable @Header("Token") String token, @Nullable @Header("ShopId") String shopId, @Body String body) {
        return answer(token, shopId, shop -> {
            Create call = JSON.read("body", body, Create.class);
            if (isBlank(call.clientOrderCode())
                    || isBlank(call.toName())
                    || isBlank(call.toPhone())
                    || isBlank(call.toAddress())
                    || call.weight() < 1
                    || call.weight() > GRAMS_MAX
                    || call.codAmount() < 0) {
                return Reply.refused(HttpStatus.BAD_REQUEST, "USER_ERR_COMMON");
            }
            return company.book(shop, String.valueOf(call.clientOrderCode()), call.weight(), call.codAmount())
                    .map(parcel -> Reply.ok(new Created(
                            parcel.orderCode(),
                            parcel.fee(),
                            parcel.log().getLast().at().plus(Duration.ofDays(2)).toString())))
                    .orElseGet(() -> Reply.refused(HttpStatus.BAD_REQUEST, "CLIENT_ORDER_CODE_EXISTS"));
        });
    }

    @Post("/detail")
    @Consumes(MediaType.ALL)
    HttpResponse<?> detail(
            @Nullable @Header("Token") String token, @Nullable @Header("ShopId") String shopId, @Body String body) {
        return answer(
                token,
                shopId,
                shop -> shown(
                        shop,
                        ledger.find(String.valueOf(
                                JSON.read("body", body, ByOrderCode.class).orderCode()))));
    }

    @Post("/detail-by-client-code")
    @Consumes(MediaType.ALL)
    HttpResponse<?> detailByClientCode(
            @Nullable @Header("Token") String token, @Nullable @Header("ShopId") String shopId, @Body String body) {
        return answer(
                token,
                shopId,
                shop -> shown(
                        shop,
                        ledger.findByClientCode(String.valueOf(
                                JSON.read("body", body, ByClientCode.class).clientOrderCode()))));
    }

    @Post("/cancel")
    @Consumes(MediaType.ALL)
    HttpResponse<?> cancel(
            @Nullable @Header("Token") String token, @Nullable @Header("ShopId") String shopId, @Body String body) {
        return answer(token, shopId, shop -> {
            List<String> codes = JSON.read("body", body, OrderCodes.class).orderCodes();
            if (codes == null || codes.size() != 1) {
                return Reply.refused(HttpStatus.BAD_REQUEST, "USER_ERR_COMMON");
            }
            boolean done = company.cancel(codes.getFirst());
            return Reply.ok(List.of(new Cancelled(codes.getFirst(), done, done ? "OK" : "picked up already")));
        });
    }

    private HttpResponse<?> answer(@Nullable String token, @Nullable String shopId, Function<CompanyShop, Reply> call) {
        return faults.under(CompanyNotices.PARTNER, () -> {
            Optional<CompanyShop> shop = ledger.findShop(shopId == null ? "" : shopId);
            boolean known = Secrets.same(shop.map(CompanyShop::token).orElse("-"), token == null ? "" : token);
            return response(
                    known && shop.isPresent()
                            ? carriedOut(call, shop.get())
                            : Reply.refused(HttpStatus.UNAUTHORIZED, "TOKEN_NOT_VALID"));
        });
    }

    private static Reply carriedOut(Function<CompanyShop, Reply> call, CompanyShop shop) {
        try {
            return call.apply(shop);
        } catch (IllegalArgumentException unreadable) {
            return Reply.refused(HttpStatus.BAD_REQUEST, "USER_ERR_COMMON");
        } catch (ProblemException unknown) {
            return Reply.refused(HttpStatus.BAD_REQUEST, "ORDER_NOT_FOUND");
        }
    }

    private static Reply shown(CompanyShop shop, Optional<CompanyParcel> found) {
        return found.filter(parcel -> parcel.shopId().equals(shop.shopId()))
                .map(parcel -> Reply.ok(new Detail(
                        parcel.orderCode(),
                        parcel.clientOrderCode(),
                        parcel.status(),
                        parcel.fee(),
                        parcel.cashOnDelivery(),
                        parcel.log().stream()
                                .map(entry ->
                                        new LogEntry(entry.status(), entry.at().toString()))
                                .toList())))
                .orElseGet(() -> Reply.refused(HttpStatus.BAD_REQUEST, "ORDER_NOT_FOUND"));
    }

    private static HttpResponse<?> response(Reply reply) {
        return HttpResponse.status(reply.status())
                .body(JSON.write(reply.body()))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
