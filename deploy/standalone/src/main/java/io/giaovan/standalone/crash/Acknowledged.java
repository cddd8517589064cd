package io.giaovan.standalone.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.edge.access.Secrets;
import io.giaovan.edge.json.HouseJson;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.HouseApi;
import io.giaovan.standalone.cast.HouseApi.Answer;
import io.giaovan.standalone.cast.HouseApi.Call;
import io.giaovan.standalone.cast.HouseApi.Service;
import io.giaovan.standalone.cast.SellerBooks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the house said yes to: orders, payments, attempts with their proofs, counted cash. It looks whether all
 * of that is still there. Safe for concurrent use; looking while the play goes on is fine, since what it looks for can
 * only go forward.
 */
final class Acknowledged implements HouseApi.Witness {
    private static final int KNOWN = 200;
    private static final int NOT_FOUND = 404;
    private static final int END = 4;
    private static final int HELD = 1;
    private static final int OVER = 2;
    private static final Pattern SHOP_ORDER = Pattern.compile("/checkout/v1/orders(/[^/]+/[a-z-]+)?");
    private static final Pattern SHOWN_ORDER = Pattern.compile("/checkout/v1/orders/[^/]+");
    private static final Pattern MARKET_ORDER = Pattern.compile("/sandbox/chogo/shops/[^/]+/orders");
    private static final Pattern ATTEMPT = Pattern.compile("/courier/v1/stops/([^/]+)/(deliver|fail)");
    private static final Pattern COUNT = Pattern.compile("/dispatch/v1/shifts/([^/]+)/cash-count");

    private final ObjectMapper json = HouseJson.newMapper();
    private final Set<String> shopOrders = new LinkedHashSet<>();
    private final Map<String, String> orderOfCode = new LinkedHashMap<>();
    private final Set<String> marketOrders = new LinkedHashSet<>();
    private final Map<String, Transfer> transfers = new LinkedHashMap<>();
    private final Map<String, String> deliveryOfStop = new LinkedHashMap<>();
    private final Map<String, Attempts> attempts = new LinkedHashMap<>();
    private final Set<String> countedShifts = new LinkedHashSet<>();
    private final Map<String, OrderSeen> seen = new LinkedHashMap<>();
    private final Map<String, Cast.Seller> sellerOfDelivery = new ConcurrentHashMap<>();
    private final Set<String> passwords = new LinkedHashSet<>();
    private final List<Cast.Seller> sellers;

    /** A bank transfer and what it was for. */
    private record Transfer(Call call, String transferId, String qrData) {}

    /** Attempts on one delivery; the proof is the digest of what was handed in, or null. */
    private record Attempts(int number, @Nullable String proof) {}

    /** How far an order was seen to be. */
    private record OrderSeen(int stage, String status, int paid) {}

    /** How much was acknowledged. */
    record Count(int orders, int payments, int proofs, int cashCounts) {
        @Override
        public String toString() {
            return orders + " orders, " + payments + " payments, " + proofs + " proofs, " + cashCounts + " cash counts";
        }
    }

    /** @param sellers all whose orders there are */
    Acknowledged(List<Cast.Seller> sellers) {
        this.sellers = List.copyOf(sellers);
    }

    @Override
    public synchronized void ended(Call call, @Nullable Answer answer) {
        if (answer == null || !answer.fine()) {
            return;
        }
        if (call.method().equals("GET")) {
            keepWhatWasShown(call, answer.body());
            return;
        }
        if (SHOP_ORDER.matcher(call.path()).matches()) {
            keepShopOrder(answer.body());
            if (call.path().endsWith("/one-time-password")) {
                passwords.add(answer.body().path("orderId").asText());
            }
        }
        if (MARKET_ORDER.matcher(call.path()).matches()) {
            marketOrders.add(answer.body().path("orderSn").asText());
        }
        if (call.path().equals("/sandbox/bank/transfers")) {
            transfers.put(
                    Objects.requireNonNull(call.idempotencyKey()),
                    new Transfer(
                            call,
                            answer.body().path("transferId").asText(),
                            bodyOf(call).path("qrData").asText()));
        }
        Matcher attempt = ATTEMPT.matcher(call.path());
        if (attempt.matches()) {
            keepAttempt(attempt.group(1), bodyOf(call));
        }
        Matcher count = COUNT.matcher(call.path());
        if (count.matches()) {
            countedShifts.add(count.group(1));
        }
        if (call.path().equals("/seller/v1/orders/pack")) {
            answer.body().path("results").forEach(result -> {
                if (result.hasNonNull("parcelCode")) {
                    see(result.path("orderId").asText(), "PACKED", "");
                }
            });
        }
    }

    synchronized Count count() {
        int proofs = (int)
                attempts.values().stream().filter(one -> one.proof() != null).count();
        return new Count(
                shopOrders.size() + marketOrders.size(),
                transfers.size() + passwords.size(),
                proofs,
                countedShifts.size());
    }

    /** Digests of all proofs that were taken. */
    synchronized Set<String> proofs() {
        Set<String> proofs = new LinkedHashSet<>();
        attempts.values().forEach(one -> {
            if (one.proof() != null) {
                proofs.add(one.proof());
            }
        });
        return proofs;
    }

    /** Looks for everything, at any time; returns what is lost or went back. */
    List<String> lookForLosses(HouseApi api) {
        List<String> lost = new ArrayList<>();
        lookForOrders(api, lost);
        lookForMarketOrders(api, lost);
        lookForTransfers(api, lost);
        lookForAttempts(api, lost);
        return lost;
    }

    /** Looks for what must have come of it all when the day is over and the house is quiet. */
    List<String> lookForEnds(HouseApi api) {
        List<String> lost = new ArrayList<>();
        Map<String, JsonNode> orders = readOrders(api);
        Map<String, JsonNode> byParcel = new LinkedHashMap<>();
        orders.values().forEach(order -> byParcel.put(order.path("parcelCode").asText(), order));
        for (var one : copy(attempts).entrySet()) {
            JsonNode order = byParcel.get(one.getKey());
            String status = order == null ? "nowhere" : order.path("status").asText();
            if (one.getValue().proof() != null && !status.equals("DELIVERED")) {
                lost.add("delivery " + one.getKey() + " was proven and its order is " + status);
            }
        }
        Map<String, String> orderOfTransfer = copy(orderOfCode);
        copy(transfers).forEach((key, transfer) -> {
            if (transfer.qrData().isEmpty()) {
                return; // a parcel company paid the house, not an order
            }
            JsonNode order = orders.get(orderOfTransfer.getOrDefault(transfer.qrData(), ""));
            String paid =
                    order == null ? "nowhere" : order.path("paymentStatus").asText();
            if (!paid.equals("SUCCEEDED")
                    && (order == null || !order.path("status").asText().equals("CANCELLED"))) {
                lost.add(key + " was sent, and the payment of its order is " + paid);
            }
        });
        JsonNode audit = api.mustGet(Service.PAYMENTS, "/internal/ledger/audit", api.houseKey());
        audit.path("balances").forEach(row -> {
            String account = row.path("account").asText();
            boolean counted = account.startsWith("depot-cash:") || account.startsWith("courier-cash:courier-");
            if (counted && row.path("balance").path("amount").asLong() != 0) {
                lost.add("cash was counted and paid in, and " + account + " still holds " + row.path("balance"));
            }
        });
        return lost;
    }

    private void keepWhatWasShown(Call call, JsonNode body) {
        if (call.path().equals("/courier/v1/route")) {
            body.path("stops")
                    .forEach(stop -> deliveryOfStop.put(
                            stop.path("stopId").asText(),
                            stop.path("deliveryId").asText()));
        } else if (SHOWN_ORDER.matcher(call.path()).matches()) {
            keepShopOrder(body);
        }
    }

    private void keepShopOrder(JsonNode order) {
        String id = order.path("orderId").asText();
        JsonNode payment = order.path("payment");
        String code = payment.path("qrData").asText("");
        if (!code.isEmpty()) {
            orderOfCode.put(code, id);
        }
        shopOrders.add(id);
        see(id, order.path("status").asText(), payment.path("status").asText(""));
    }

    private void keepAttempt(String stopId, JsonNode body) {
        String delivery = Objects.requireNonNull(deliveryOfStop.get(stopId), () -> stopId + " was never shown");
        Attempts before = attempts.getOrDefault(delivery, new Attempts(0, null));
        attempts.put(
                delivery,
                new Attempts(before.number() + 1, body.has("proof") ? digestOf(body.path("proof")) : before.proof()));
    }

    private static String digestOf(JsonNode proof) {
        String content = proof.path("content").asText();
        byte[] bytes = proof.path("kind").asText().equals("PHOTO")
                ? Base64.getDecoder().decode(content)
                : content.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Secrets.sha256(bytes));
    }

    private void lookForOrders(HouseApi api, List<String> lost) {
        Map<String, OrderSeen> before = copy(seen);
        Set<String> accepted = copy(shopOrders);
        Map<String, JsonNode> now = readOrders(api);
        accepted.stream()
                .filter(id -> !now.containsKey(id))
                .forEach(id -> lost.add("order " + id + " was accepted and is gone"));
        now.forEach((id, order) -> {
            OrderSeen was = before.get(id);
            OrderSeen is = see(
                    id,
                    order.path("status").asText(),
                    order.path("paymentStatus").asText(""));
            if (was != null) {
                boolean ended = was.stage() == END && !was.status().equals(is.status());
                if (is.stage() < was.stage() || ended) {
                    lost.add("order " + id + " was " + was.status() + " and is " + is.status());
                }
                if (farthest(is.paid(), order.path("paymentStatus").asText("")) < was.paid()) {
                    lost.add("the payment of order " + id + " went back to "
                            + order.path("paymentStatus").asText());
                }
            }
        });
        before.keySet().stream()
                .filter(id -> !now.containsKey(id) && !accepted.contains(id))
                .forEach(id -> lost.add("order " + id + " was seen and is gone"));
    }

    private Map<String, JsonNode> readOrders(HouseApi api) {
        Map<String, JsonNode> orders = new LinkedHashMap<>();
        for (Cast.Seller seller : sellers) {
            SellerBooks.orders(api, seller)
                    .forEach(order -> orders.put(order.path("orderId").asText(), order));
        }
        return orders;
    }

    private void lookForMarketOrders(HouseApi api, List<String> lost) {
        Set<String> accepted = copy(marketOrders);
        Set<String> there = new LinkedHashSet<>();
        for (Cast.Seller seller : sellers) {
            SellerBooks.marketOrders(api, seller)
                    .forEach(order -> there.add(order.path("orderSn").asText()));
        }
        accepted.stream()
                .filter(number -> !there.contains(number))
                .forEach(number -> lost.add("the marketplace's order " + number + " was accepted and is gone"));
    }

    /** A transfer sent again under its key is known, or it was lost. */
    private void lookForTransfers(HouseApi api, List<String> lost) {
        copy(transfers).forEach((key, transfer) -> {
            Call call = transfer.call();
            Answer again = api.post(
                    call.service(), call.path(), null, call.idempotencyKey(), Objects.requireNonNull(call.body()));
            if (again.status() != KNOWN
                    || !again.body().path("transferId").asText().equals(transfer.transferId())) {
                lost.add(key + " was taken as " + transfer.transferId() + " and is now " + again.status() + " "
                        + again.body().path("transferId").asText());
            }
        });
    }

    private void lookForAttempts(HouseApi api, List<String> lost) {
        copy(attempts).forEach((delivery, made) -> {
            JsonNode view = findDelivery(api, delivery);
            String status = view == null ? "gone" : view.path("status").asText();
            int number = view == null ? 0 : view.path("attempt").asInt();
            if (number < made.number() || made.proof() != null && !status.equals("DELIVERED")) {
                lost.add("delivery " + delivery + " had " + made.number() + " attempts"
                        + (made.proof() == null ? "" : " and a proof") + "; it is " + status + " with " + number);
            }
        });
    }

    private @Nullable JsonNode findDelivery(HouseApi api, String delivery) {
        Cast.Seller known = sellerOfDelivery.get(delivery);
        for (Cast.Seller seller : known == null ? sellers : List.of(known)) {
            Answer answer = api.post(
                    Service.ENGINE,
                    "/internal/last-mile/find",
                    api.houseKey(),
                    null,
                    Map.of("merchantId", new MerchantId(seller.id()), "id", new DeliveryId(delivery)));
            if (answer.fine()) {
                sellerOfDelivery.put(delivery, seller);
                return answer.body();
            }
            if (answer.status() != NOT_FOUND) {
                throw new IllegalStateException(
                        "looking for delivery " + delivery + " answered " + answer.status() + " " + answer.body());
            }
        }
        return null;
    }

    /** A charge also says that it waits while held money is being taken, so waiting may be as far as holding. */
    private static int farthest(int paid, String status) {
        return status.equals("PROCESSING") ? HELD : paid;
    }

    /** Remembers how far an order is; what was seen before never counts less. */
    private synchronized OrderSeen see(String id, String status, String paid) {
        OrderSeen now = new OrderSeen(
                switch (status) {
                    case "AWAITING_PAYMENT" -> 0;
                    case "RECEIVED" -> 1;
                    // A failed attempt brings a parcel back from one to the other.
                    case "PACKED", "OUT_FOR_DELIVERY" -> 2;
                    case "RETURNING" -> 3;
                    default -> END;
                },
                status,
                switch (paid) {
                    case "AUTHORISED" -> HELD;
                    case "SUCCEEDED", "CANCELED" -> OVER;
                    default -> 0;
                });
        seen.merge(
                id,
                now,
                (old, fresh) -> new OrderSeen(
                        Math.max(old.stage(), fresh.stage()),
                        fresh.stage() >= old.stage() ? fresh.status() : old.status(),
                        Math.max(old.paid(), fresh.paid())));
        return now;
    }

    private synchronized Set<String> copy(Set<String> set) {
        return new LinkedHashSet<>(set);
    }

    private synchronized <V> Map<String, V> copy(Map<String, V> map) {
        return new LinkedHashMap<>(map);
    }

    private JsonNode bodyOf(Call call) {
        return json.valueToTree(call.body());
    }
}
