package io.giaovan.paymentgateway.rail.mobilemoney;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.RailHttp;
import io.giaovan.paymentgateway.rail.RailHttp.NoAnswer;
import io.giaovan.paymentgateway.rail.RailHttp.Reply;
import io.giaovan.paymentgateway.rail.RailOrder;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The provider over HTTP, in the words of the GSMA Mobile Money API 1.2.0. Amounts travel as decimal text in major
 * units. The correlation id of a request follows from our own id, so that a repetition is known to the provider.
 */
@Singleton
final class RemoteMobileMoney {
    private static final Pattern LINK = Pattern.compile(".*/(transactions|requeststates)/([A-Za-z0-9_.-]{1,256})");

    private final MobileMoneySettings settings;
    private final RailAddresses addresses;
    private final RailHttp http;
    private final Clock wall;

    RemoteMobileMoney(MobileMoneySettings settings, RailAddresses addresses, @Named("wall") Clock wall) {
        this.settings = settings;
        this.addresses = addresses;
        this.http = new RailHttp(settings.answerWithin());
        this.wall = wall;
    }

    /** Asks a phone's owner to pay. */
    Reply push(RailOrder order) throws NoAnswer {
        String phone = Objects.requireNonNull(order.phone(), "this rail needs a phone account");
        Map<String, Object> body = amount(order.amount());
        body.put("debitParty", msisdn(phone));
        body.put("creditParty", ourselves());
        body.put("requestingOrganisationTransactionReference", order.chargeId().value());
        String callback =
                addresses.resolve(settings.callbackUrl(), MobileMoneySettings.CALLBACK_PATH) + "/" + order.chargeId();
        return post("/transactions/type/merchantpay", order.attemptId(), body, Map.of("X-Callback-URL", callback));
    }

    /** Sends money to a phone. */
    Reply disburse(String id, String phone, Money amount) throws NoAnswer {
        Map<String, Object> body = amount(amount);
        body.put("debitParty", ourselves());
        body.put("creditParty", msisdn(phone));
        body.put("requestingOrganisationTransactionReference", id);
        return post("/transactions/type/disbursement", id, body, Map.of());
    }

    Reply reverse(String transaction, String refundId, Money amount) throws NoAnswer {
        Map<String, Object> body = amount(amount);
        body.put("type", "reversal");
        body.put("requestingOrganisationTransactionReference", refundId);
        return post("/transactions/" + transaction + "/reversals", refundId, body, Map.of());
    }

    Reply state(String stateId) throws NoAnswer {
        return get("/requeststates/" + stateId);
    }

    Reply transaction(String reference) throws NoAnswer {
        return get("/transactions/" + reference);
    }

    /** What a request whose reply got lost came to, as a reference of ours; empty when the provider never saw it. */
    Optional<String> findByCorrelation(String id) throws NoAnswer {
        Reply reply = get("/responses/" + correlation(id));
        if (reply.status() == 404) {
            return Optional.empty();
        }
        var link = LINK.matcher(reply.body().path("link").asText(""));
        if (!reply.ok() || !link.matches()) {
            throw unclear(reply);
        }
        return Optional.of(link.group(1) + "/" + link.group(2));
    }

    /** Reads by a reference of ours: the provider's path. */
    Reply read(String reference) throws NoAnswer {
        return get("/" + reference);
    }

    static NoAnswer unclear(Reply reply) {
        return RailHttp.noAnswer("status " + reply.status());
    }

    /** Whether a transaction is of this amount. */
    static boolean isOf(Money amount, JsonNode transaction) {
        String value = transaction.path("amount").asText("");
        return transaction.path("currency").asText("").equals(amount.currency())
                && value.matches("[0-9]{1,18}([.][0-9]{1,4})?")
                && new BigDecimal(value).compareTo(major(amount)) == 0;
    }

    private Reply post(String path, String id, Map<String, Object> body, Map<String, String> more) throws NoAnswer {
        String text = http.write(body);
        Map<String, String> headers = headers();
        headers.put("X-CorrelationID", correlation(id));
        headers.put("X-Content-Hash", Secrets.digest(text));
        headers.putAll(more);
        return http.post(URI.create(root() + path), text, headers);
    }

    private Reply get(String path) throws NoAnswer {
        return http.get(URI.create(root() + path), headers());
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-API-Key", addresses.secret(settings.apiKey(), MobileMoneySettings.API_KEY));
        headers.put("X-Client-Id", settings.clientId());
        headers.put("X-Date", wall.instant().toString());
        return headers;
    }

    /** A UUID of our id, as the API wants it; the same for the same id. */
    static String correlation(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private List<Map<String, String>> ourselves() {
        return List.of(Map.of("key", "walletid", "value", settings.walletId()));
    }

    private static List<Map<String, String>> msisdn(String phone) {
        return List.of(Map.of("key", "msisdn", "value", phone));
    }

    private static Map<String, Object> amount(Money money) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("amount", major(money).toPlainString());
        body.put("currency", money.currency());
        return body;
    }

    private static BigDecimal major(Money money) {
        int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
        BigDecimal amount = BigDecimal.valueOf(money.amount(), digits).stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    private String root() {
        return addresses
                .resolve(settings.baseUrl(), "/sandbox/mobilemoney/v1.2/mm")
                .toString();
    }
}
