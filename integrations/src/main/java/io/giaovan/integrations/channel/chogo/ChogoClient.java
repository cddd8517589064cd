package io.giaovan.integrations.channel.chogo;

import io.giaovan.edge.access.Secrets;
import io.giaovan.integrations.channel.ChannelShop;
import io.giaovan.integrations.sync.partner.OwnAddress;
import io.giaovan.integrations.sync.partner.PartnerClient;
import io.giaovan.integrations.sync.partner.PartnerJson;
import io.giaovan.integrations.sync.partner.PartnerTrouble;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls the marketplace on behalf of a shop. It signs with the machine's time and never calls twice. */
@Singleton
final class ChogoClient {
    /** The most orders that one call may ask for. */
    static final int DETAILS_MAX = 50;

    private static final PartnerJson JSON = PartnerJson.SNAKE_CASE;
    private static final String DETAIL_FIELDS =
            "recipient_address,item_list,package_list,cancel_reason,delivery_window";

    private final PartnerClient partner;
    private final ChogoSettings settings;
    private final OwnAddress own;
    private final Clock wall;

    ChogoClient(PartnerClient partner, ChogoSettings settings, OwnAddress own, @Named("wall") Clock wall) {
        this.partner = partner;
        this.settings = settings;
        this.own = own;
        this.wall = wall;
    }

    /** One page of orders changed in a window; both ends belong to it. */
    ChogoWire.OrderPage listOrders(ChannelShop shop, Instant from, Instant to, String cursor) {
        return get(
                shop,
                "/api/v2/order/get_order_list",
                Map.of(
                        "time_range_field", "update_time",
                        "time_from", String.valueOf(from.getEpochSecond()),
                        "time_to", String.valueOf(to.getEpochSecond()),
                        "page_size", String.valueOf(settings.pageSize()),
                        "cursor", cursor),
                ChogoWire.OrderPage.class);
    }

    /** The orders as they are now, at most {@value #DETAILS_MAX}; unknown numbers are left out. */
    List<ChogoWire.Order> listDetails(ChannelShop shop, List<String> orderNumbers) {
        List<ChogoWire.Order> found = get(
                        shop,
                        "/api/v2/order/get_order_detail",
                        Map.of(
                                "order_sn_list",
                                String.join(",", orderNumbers),
                                "response_optional_fields",
                                DETAIL_FIELDS),
                        ChogoWire.OrderDetails.class)
                .orderList();
        return Objects.requireNonNullElse(found, List.of());
    }

    Optional<ChogoWire.Order> findOrder(ChannelShop shop, String orderNumber) {
        return listDetails(shop, List.of(orderNumber)).stream()
                .filter(order -> order.orderSn().equals(orderNumber))
                .findFirst();
    }

    void shipOrder(ChannelShop shop, String orderNumber, String trackingNumber) {
        post(
                shop,
                "/api/v2/logistics/ship_order",
                new ChogoWire.ShipOrder(orderNumber, new ChogoWire.NonIntegrated(trackingNumber)));
    }

    void updateTracking(
            ChannelShop shop, String orderNumber, @Nullable String trackingNumber, String status, Instant at) {
        post(
                shop,
                "/api/v2/logistics/update_tracking_status",
                new ChogoWire.TrackingUpdate(orderNumber, trackingNumber, status, at.getEpochSecond()));
    }

    void cancelOrder(ChannelShop shop, String orderNumber) {
        post(shop, "/api/v2/order/cancel_order", new ChogoWire.CancelOrder(orderNumber, "OUT_OF_STOCK"));
    }

    void answerCancellation(ChannelShop shop, String orderNumber, boolean accepted) {
        post(
                shop,
                "/api/v2/order/handle_buyer_cancellation",
                new ChogoWire.AnswerCancellation(orderNumber, accepted ? "ACCEPT" : "REJECT"));
    }

    private <T> T get(ChannelShop shop, String path, Map<String, String> parameters, Class<T> type) {
        ChogoWire.Envelope envelope =
                send(path, partner.request(uri(shop, path, parameters)).GET().build());
        if (envelope.response() == null) {
            throw PartnerTrouble.later("chogo answered " + path + " without a response");
        }
        return JSON.read("chogo " + path, envelope.response().toString(), type);
    }

    private void post(ChannelShop shop, String path, Object body) {
        send(
                path,
                partner.request(uri(shop, path, Map.of()))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.write(body)))
                        .build());
    }

    private ChogoWire.Envelope send(String path, HttpRequest request) {
        PartnerClient.Answer answer = partner.send("chogo", request);
        ChogoWire.Envelope envelope = read(path, answer);
        String error = Objects.requireNonNullElse(envelope.error(), "");
        if (!error.isEmpty()) {
            throw ChogoErrors.trouble(path, error);
        }
        if (!answer.isSuccess()) {
            throw PartnerTrouble.later("chogo answered " + path + " with status " + answer.status());
        }
        return envelope;
    }

    private static ChogoWire.Envelope read(String path, PartnerClient.Answer answer) {
        try {
            return JSON.read("chogo " + path, answer.body(), ChogoWire.Envelope.class);
        } catch (IllegalArgumentException unreadable) {
            throw PartnerTrouble.unknownOutcome(
                    "chogo answered " + path + " with status " + answer.status() + " and no JSON", unreadable);
        }
    }

    private URI uri(ChannelShop shop, String path, Map<String, String> parameters) {
        long timestamp = wall.instant().getEpochSecond();
        String token = accessToken(shop);
        Map<String, String> query = new TreeMap<>(parameters);
        query.put("partner_id", settings.partnerId());
        query.put("timestamp", String.valueOf(timestamp));
        query.put("access_token", token);
        query.put("shop_id", shop.shopId());
        query.put(
                "sign",
                ChogoSignature.ofShopCall(shop.secret(), settings.partnerId(), path, timestamp, token, shop.shopId()));
        return URI.create(base() + path + "?"
                + query.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private String base() {
        URI url = settings.url();
        return url == null ? own.local() + "/sandbox/chogo" : url.toString();
    }

    /** Chợ Gỗ has no consent page: both sides derive a shop's access token from the secret that they share. */
    private static String accessToken(ChannelShop shop) {
        return Secrets.digest("access-token|" + shop.secret()).substring(0, 32);
    }
}
