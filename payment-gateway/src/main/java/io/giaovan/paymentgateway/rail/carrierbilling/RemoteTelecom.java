package io.giaovan.paymentgateway.rail.carrierbilling;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.RailHttp;
import io.giaovan.paymentgateway.rail.RailHttp.NoAnswer;
import io.giaovan.paymentgateway.rail.RailHttp.Reply;
import io.giaovan.paymentgateway.rail.RailOrder;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The telecom over HTTP, in the words of CAMARA. Amounts travel in major units. */
@Singleton
final class RemoteTelecom {
    private static final int PAGE = 100;
    private static final int PAGES_MAX = 50;
    private static final Duration CLOCKS_APART_MAX = Duration.ofMinutes(5);

    private final CarrierBillingSettings settings;
    private final RailAddresses addresses;
    private final RailHttp http;

    RemoteTelecom(CarrierBillingSettings settings, RailAddresses addresses) {
        this.settings = settings;
        this.addresses = addresses;
        this.http = new RailHttp(settings.answerWithin());
    }

    Reply prepare(RailOrder order) throws NoAnswer {
        return post("/payments/prepare", order, payment(order));
    }

    /** Takes the money in one step. */
    Reply create(RailOrder order) throws NoAnswer {
        return post("/payments", order, payment(order));
    }

    private static Map<String, Object> payment(RailOrder order) {
        return Map.of(
                "amountTransaction",
                Map.of(
                        "phoneNumber",
                        phone(order),
                        "clientCorrelator",
                        order.attemptId(),
                        "referenceCode",
                        order.chargeId().value(),
                        "paymentAmount",
                        Map.of(
                                "chargingInformation",
                                amount(order.amount()),
                                "chargingMetaData",
                                Map.of("merchantIdentifier", order.merchantId().value()))));
    }

    Reply validate(RailOrder order, String password) throws NoAnswer {
        String authorization = Objects.requireNonNull(order.authorization(), "nothing to authorise");
        return post(
                "/payments/" + order.requiredReference() + "/validate",
                order,
                Map.of("authorizationId", authorization, "code", password));
    }

    Reply confirm(RailOrder order) throws NoAnswer {
        return post("/payments/" + order.requiredReference() + "/confirm", order, Map.of("phoneNumber", phone(order)));
    }

    Reply cancel(RailOrder order) throws NoAnswer {
        return post("/payments/" + order.requiredReference() + "/cancel", order, Map.of("phoneNumber", phone(order)));
    }

    Reply refund(RailOrder order, String refundId, Money amount) throws NoAnswer {
        Map<String, Object> transaction = Map.of(
                "clientCorrelator",
                refundId,
                "referenceCode",
                refundId,
                "refundAmount",
                Map.of("chargingInformation", amount(amount)));
        return http.post(
                URI.create(refundRoot() + "/payments/" + order.requiredReference() + "/refunds"),
                http.write(Map.of("type", "partial", "amountTransaction", transaction)),
                headers(order));
    }

    Optional<JsonNode> findRefund(RailOrder order, String refundId) throws NoAnswer {
        Reply reply = http.get(
                URI.create(refundRoot() + "/payments/" + order.requiredReference() + "/refunds?perPage=" + PAGE),
                headers(order));
        return reply.ok() ? among(reply.body(), refundId) : Optional.empty();
    }

    Optional<JsonNode> findRefundById(RailOrder order, String refundId) throws NoAnswer {
        Reply reply = http.get(
                URI.create(refundRoot() + "/payments/" + order.requiredReference() + "/refunds/" + refundId),
                headers(order));
        return reply.ok() ? Optional.of(reply.body()) : Optional.empty();
    }

    Optional<JsonNode> find(String paymentId) throws NoAnswer {
        Reply reply = http.get(URI.create(root() + "/payments/" + paymentId), Map.of("Authorization", bearer()));
        if (reply.ok()) {
            return Optional.of(reply.body());
        }
        if (reply.status() == 404) {
            return Optional.empty();
        }
        throw unclear(reply);
    }

    /** Searches what the telecom has of this merchant since the attempt began. */
    Optional<JsonNode> findByCorrelator(RailOrder order) throws NoAnswer {
        String since =
                URLEncoder.encode(order.startedAt().minus(CLOCKS_APART_MAX).toString(), StandardCharsets.UTF_8);
        for (int page = 1; page <= PAGES_MAX; page++) {
            Reply reply = http.get(
                    URI.create(root() + "/payments?page=" + page + "&perPage=" + PAGE + "&order=desc"
                            + "&startPaymentCreationDate=" + since + "&merchantIdentifier="
                            + order.merchantId().value()),
                    headers(order));
            if (!reply.ok()) {
                throw unclear(reply);
            }
            Optional<JsonNode> found = among(reply.body(), order.attemptId());
            if (found.isPresent() || reply.body().size() < PAGE) {
                return found;
            }
        }
        throw RailHttp.noAnswer("more than " + PAGES_MAX * PAGE + " payments to search");
    }

    private static Optional<JsonNode> among(JsonNode list, String correlator) {
        for (JsonNode item : list) {
            if (item.path("amountTransaction")
                    .path("clientCorrelator")
                    .asText("")
                    .equals(correlator)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private static NoAnswer unclear(Reply reply) {
        return RailHttp.noAnswer("status " + reply.status());
    }

    private Reply post(String path, RailOrder order, Object body) throws NoAnswer {
        return http.post(URI.create(root() + path), http.write(body), headers(order));
    }

    private Map<String, String> headers(RailOrder order) {
        return Map.of("Authorization", bearer(), "x-correlator", order.attemptId());
    }

    private String bearer() {
        return "Bearer " + addresses.secret(settings.token(), "sandbox-telecom");
    }

    private String root() {
        return addresses
                .resolve(settings.baseUrl(), "/sandbox/telecom/carrier-billing/vwip")
                .toString();
    }

    private String refundRoot() {
        return settings.refundUrl() != null
                ? settings.refundUrl()
                : addresses
                        .resolve(settings.baseUrl(), "/sandbox/telecom/carrier-billing-refund/vwip")
                        .toString();
    }

    private static Map<String, Object> amount(Money money) {
        int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
        return Map.of(
                "amount",
                BigDecimal.valueOf(money.amount(), digits),
                "currency",
                money.currency(),
                "description",
                "Giaovan");
    }

    private static String phone(RailOrder order) {
        return Objects.requireNonNull(order.phone(), "this rail needs a phone account");
    }
}
