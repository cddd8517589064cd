package io.giaovan.standalone.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.CastSetUp;
import io.giaovan.standalone.cast.HouseApi.Answer;
import io.giaovan.standalone.cast.HouseApi.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What buyers do: order at the marketplace or in a shop, pay, change their minds, forget to pay. */
final class BuyerPlay {
    private static final double AT_MARKETPLACE = 0.45;
    private static final double ON_AN_ISLAND = 0.15;
    private static final double EVENING_BEFORE = 0.4;
    private static final double NEVER_PAYS = 0.05;
    private static final double CANCELS = 0.04;
    private static final double MISTYPES_PASSWORD = 0.1;
    private static final int LINES_MAX = 3;

    private final Stage stage;

    BuyerPlay(Stage stage) {
        this.stage = stage;
    }

    /** Enters every buyer's order into the agenda. */
    void enter() {
        for (int number = 0; number < stage.plan().orders(); number++) {
            int buyer = number;
            stage.agenda().at(orderTime(number), () -> order(buyer));
        }
    }

    private Instant orderTime(int number) {
        RandomGenerator random = stage.draws().of("time" + number);
        boolean evening = random.nextDouble() < EVENING_BEFORE;
        Instant from = evening
                ? stage.plan().at(-1, LocalTime.of(17, 5))
                : stage.plan().at(0, LocalTime.of(6, 0));
        Duration span = evening ? Duration.ofHours(5) : Duration.ofHours(9);
        return from.plusSeconds(random.nextLong(span.toSeconds()));
    }

    private void order(int number) {
        Cast.Seller seller = stage.draws().one("seller" + number, stage.cast().sellers());
        Contact buyer = new Contact(
                CastSetUp.personName(stage.draws(), "buyer" + number), "+8493%07d".formatted(2_000_000 + number));
        Address address = stage.draws().happens("island" + number, ON_AN_ISLAND)
                ? stage.draws().one("which island" + number, stage.cast().islands())
                : stage.cast().doors().get(number % stage.cast().doors().size());
        List<OrderLine> lines = lines(number, seller);
        if (stage.draws().happens("source" + number, AT_MARKETPLACE)) {
            orderAtMarketplace(number, seller, buyer, address, lines);
        } else {
            orderInShop(number, seller, buyer, address, lines);
        }
    }

    private List<OrderLine> lines(int number, Cast.Seller seller) {
        RandomGenerator random = stage.draws().of("basket" + number);
        List<Cast.Article> articles = new ArrayList<>(seller.articles());
        List<OrderLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(LINES_MAX);
        for (int i = 0; i < count; i++) {
            Cast.Article article = articles.remove(random.nextInt(articles.size()));
            lines.add(new OrderLine(article.sku(), article.name(), 1 + random.nextInt(2), article.price()));
        }
        return lines;
    }

    private void orderAtMarketplace(
            int number, Cast.Seller seller, Contact buyer, Address address, List<OrderLine> lines) {
        boolean cash = stage.draws().happens("cod" + number, 0.35);
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("buyer", buyer);
        order.put("address", address);
        order.put(
                "items",
                lines.stream()
                        .map(line -> Map.of(
                                "sku", line.sku(),
                                "name", line.name(),
                                "quantity", line.quantity(),
                                "price", line.unitPrice()))
                        .toList());
        order.put("payment", cash ? "COD" : "PREPAID");
        JsonNode placed = stage.api()
                .mustPost(
                        Service.PARTNERS,
                        "/sandbox/chogo/shops/" + seller.marketShop() + "/orders",
                        seller.marketSecret(),
                        "buyer-" + number,
                        order);
        String orderSn = placed.path("orderSn").asText();
        stage.notes()
                .accept(new Notes.Accepted(
                        number, seller, Notes.Source.MARKETPLACE, cash ? "CASH" : "MARKETPLACE", null, orderSn));
        if (stage.draws().happens("cancel" + number, CANCELS)) {
            later(number, "cancel", Duration.ofMinutes(40), () -> cancelAtMarketplace(seller, orderSn));
        }
    }

    private void cancelAtMarketplace(Cast.Seller seller, String orderSn) {
        String path = "/sandbox/chogo/shops/" + seller.marketShop() + "/orders/" + orderSn + "/cancel";
        Answer answer =
                stage.api().post(Service.PARTNERS, path, seller.marketSecret(), null, Map.of("reason", "đổi ý"));
        stage.notes().count(answer.fine() ? "cancellation asked" : "cancellation too late");
    }

    private void orderInShop(int number, Cast.Seller seller, Contact buyer, Address address, List<OrderLine> lines) {
        JsonNode quote = quote(seller, address, lines);
        if (quote.isNull()) {
            return;
        }
        String payment = stage.draws().one("payment" + number, List.of("VIETQR", "VIETQR", "TELECOM", "CASH", "CASH"));
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("lines", lines);
        order.put("buyer", buyer);
        order.put("address", address);
        order.put("payment", payment);
        JsonNode slots = quote.path("slots");
        if (!slots.isEmpty()) {
            int wanted = stage.draws().of("slot" + number).nextInt(Math.min(3, slots.size()));
            order.put("slotId", slots.get(wanted).path("slotId").asText());
        } else if (!quote.path("byCarrier").asBoolean()) {
            stage.notes().refuse("NO_SLOT");
            return;
        }
        Answer answer =
                stage.api().post(Service.ORDERS, "/checkout/v1/orders", seller.shopKey(), "buyer-" + number, order);
        if (!answer.fine()) {
            stage.notes().refuse(answer.code());
            return;
        }
        String orderId = answer.body().path("orderId").asText();
        stage.notes().accept(new Notes.Accepted(number, seller, Notes.Source.SHOP, payment, orderId, null));
        switch (payment) {
            case "VIETQR" -> payByTransfer(number, seller, orderId);
            case "TELECOM" -> payByPhone(number, seller, buyer, orderId);
            default -> {
                // Cash is paid at the door.
            }
        }
        if (stage.draws().happens("cancel" + number, CANCELS)) {
            later(number, "cancel", Duration.ofMinutes(40), () -> cancelInShop(seller, orderId));
        }
    }

    private JsonNode quote(Cast.Seller seller, Address address, List<OrderLine> lines) {
        Answer answer = stage.api()
                .post(
                        Service.ORDERS,
                        "/checkout/v1/quotes",
                        seller.shopKey(),
                        null,
                        Map.of("lines", lines, "address", address));
        if (!answer.fine()) {
            stage.notes().refuse(answer.code());
            return NullNode.getInstance();
        }
        return answer.body();
    }

    private void cancelInShop(Cast.Seller seller, String orderId) {
        Answer answer = stage.api()
                .post(
                        Service.ORDERS,
                        "/checkout/v1/orders/" + orderId + "/cancel",
                        seller.shopKey(),
                        null,
                        Map.of("reason", "đổi ý"));
        stage.notes().count(answer.fine() ? "cancellation asked" : "cancellation too late");
    }

    private void payByTransfer(int number, Cast.Seller seller, String orderId) {
        if (stage.draws().happens("forgets" + number, NEVER_PAYS)) {
            stage.notes().count("buyer never paid");
            return;
        }
        later(number, "pay", Duration.ofMinutes(9), () -> {
            String code = stage.api()
                    .mustGet(Service.ORDERS, "/checkout/v1/orders/" + orderId, seller.shopKey())
                    .path("payment")
                    .path("qrData")
                    .asText("");
            if (code.isEmpty()) {
                stage.notes().count("no code to scan any more");
                return;
            }
            stage.api()
                    .mustPost(
                            Service.PAYMENTS,
                            "/sandbox/bank/transfers",
                            null,
                            "transfer-" + number,
                            Map.of("qrData", code));
        });
    }

    private void payByPhone(int number, Cast.Seller seller, Contact buyer, String orderId) {
        if (stage.draws().happens("forgets" + number, NEVER_PAYS)) {
            stage.notes().count("buyer never paid");
            return;
        }
        later(number, "password", Duration.ofMinutes(3), () -> {
            if (stage.draws().happens("mistypes" + number, MISTYPES_PASSWORD)) {
                typePassword(seller, orderId, "000000");
            }
            JsonNode messages = stage.api()
                    .mustGet(
                            Service.PAYMENTS,
                            "/sandbox/telecom/phones/" + buyer.phone().substring(1) + "/messages",
                            null)
                    .path("messages");
            if (!messages.isEmpty()) {
                typePassword(
                        seller,
                        orderId,
                        messages.get(messages.size() - 1)
                                .path("oneTimePassword")
                                .asText());
            }
        });
    }

    private void typePassword(Cast.Seller seller, String orderId, String password) {
        Answer answer = stage.api()
                .post(
                        Service.ORDERS,
                        "/checkout/v1/orders/" + orderId + "/one-time-password",
                        seller.shopKey(),
                        null,
                        Map.of("password", password));
        stage.notes().count(answer.fine() ? "password taken" : "password refused");
    }

    private void later(int number, String purpose, Duration most, Agenda.Happening happening) {
        long seconds = 30 + stage.draws().of(purpose + number).nextLong(most.toSeconds());
        stage.agenda().at(stage.agenda().now().plusSeconds(seconds), happening);
    }
}
