package io.giaovan.standalone.day;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.HouseApi.Service;
import io.giaovan.standalone.cast.SellerBooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the house's books after a day and holds them against each other and against what was seen on stage. */
final class DayAudit {
    private static final Set<String> ENDS = Set.of("DELIVERED", "RETURNED", "CANCELLED");
    private static final int BROKEN_MAX = 50;

    private final Stage stage;
    private final List<String> broken = new ArrayList<>();
    private final Map<String, JsonNode> orders = new HashMap<>();
    private final Map<String, String> byExternalId = new HashMap<>();
    private final Map<String, Map<String, String>> marketStatus = new HashMap<>();

    DayAudit(Stage stage) {
        this.stage = stage;
    }

    DayReport report() {
        readOrders();
        CompanyAudit company = new CompanyAudit(stage, broken);
        JsonNode ledger = stage.api()
                .mustGet(Service.PAYMENTS, "/internal/ledger/audit", stage.api().houseKey());
        Map<String, Map<String, Object>> lines = new LinkedHashMap<>();
        lines.put("Orders", orderLines());
        lines.put("Delivery", deliveryLines(company));
        lines.put("Planning", planningLines());
        lines.put("Parcel companies (cash in đồng)", company.lines(orders.values(), ledger));
        lines.put("Money (đồng)", moneyLines(ledger));
        checkEnds();
        checkStock();
        checkMarketplace();
        return new DayReport(lines, broken.subList(0, Math.min(BROKEN_MAX, broken.size())));
    }

    private void readOrders() {
        for (Cast.Seller seller : stage.cast().sellers()) {
            for (JsonNode order : SellerBooks.orders(stage.api(), seller)) {
                String id = order.path("orderId").asText();
                if (orders.put(id, order) != null) {
                    broken.add("order " + id + " is listed twice");
                }
                String externalId = order.path("externalId").asText("");
                if (!externalId.isEmpty() && byExternalId.put(externalId, id) != null) {
                    broken.add("the marketplace's order " + externalId + " was taken twice");
                }
            }
        }
    }

    private Map<String, Object> orderLines() {
        Map<String, Object> lines = new LinkedHashMap<>();
        Map<String, Integer> bySource = new TreeMap<>();
        stage.notes()
                .accepted()
                .forEach(order -> bySource.merge(
                        (order.source() == Notes.Source.SHOP ? "partner shops, " : "marketplace, ")
                                + order.payment().toLowerCase(Locale.ROOT),
                        1,
                        Integer::sum));
        lines.put("asked", stage.plan().orders());
        lines.put("accepted", stage.notes().accepted().size());
        bySource.forEach((source, count) -> lines.put("  " + source, count));
        stage.notes().refused().forEach((code, count) -> lines.put("  refused " + code, count));
        Map<String, Integer> ends = new TreeMap<>();
        orders.values().forEach(order -> ends.merge(order.path("status").asText(), 1, Integer::sum));
        ends.forEach((status, count) -> lines.put("ended " + status, count));
        return lines;
    }

    private Map<String, Object> deliveryLines(CompanyAudit company) {
        int delivered = 0;
        int first = 0;
        int onTime = 0;
        int late = 0;
        for (JsonNode order : orders.values()) {
            if (!order.path("status").asText().equals("DELIVERED")) {
                continue;
            }
            delivered++;
            Instant handedOver = Instant.EPOCH;
            boolean failedBefore = false;
            for (JsonNode entry : order.path("timeline")) {
                String what = entry.path("what").asText();
                failedBefore |= what.startsWith("ATTEMPT_FAILED");
                if (what.startsWith("DELIVERED") || what.startsWith("PARTLY_DELIVERED")) {
                    handedOver = Instant.parse(entry.path("at").asText());
                }
            }
            JsonNode window = order.path("window");
            boolean tooEarly =
                    handedOver.isBefore(Instant.parse(window.path("start").asText()));
            boolean inside = (!tooEarly || company.has(order))
                    && !handedOver.isAfter(Instant.parse(window.path("end").asText()));
            boolean reported = order.path("late").asBoolean();
            first += failedBefore ? 0 : 1;
            onTime += inside ? 1 : 0;
            late += reported ? 1 : 0;
            if (!inside && !reported) {
                broken.add("order " + order.path("orderId").asText() + " was handed over at " + handedOver
                        + ", outside its promise, and nobody says late");
            }
        }
        Map<String, Object> lines = new LinkedHashMap<>();
        lines.put("delivered", delivered);
        lines.put("at the first attempt", share(first, delivered));
        lines.put("on time", share(onTime, delivered));
        lines.put("reported late", late);
        lines.put("kept in part", partly().size());
        lines.put("rest back with the seller", restsBack());
        lines.put("labels printed", stage.notes().counted("label printed"));
        return lines;
    }

    private List<JsonNode> partly() {
        return orders.values().stream()
                .filter(order -> !order.path("part").path("due").isMissingNode())
                .toList();
    }

    /** What was handed back at a door has to come back to the seller. */
    private int restsBack() {
        int back = 0;
        for (JsonNode order : partly()) {
            boolean isBack = false;
            for (JsonNode entry : order.path("timeline")) {
                isBack |= entry.path("what").asText().equals("REST_RETURNED");
            }
            back += isBack ? 1 : 0;
            if (!isBack) {
                broken.add("the rest of order " + order.path("orderId").asText() + " never came back");
            }
        }
        return back;
    }

    private Map<String, Object> planningLines() {
        Notes notes = stage.notes();
        Map<String, Object> lines = new LinkedHashMap<>();
        lines.put("plans released", notes.plans());
        lines.put("search iterations", notes.iterations());
        lines.put("distance", notes.metres() / 1_000 + " km");
        lines.put("cost of routes (đồng)", notes.cost());
        return lines;
    }

    private Map<String, Object> moneyLines(JsonNode audit) {
        checkLedger(audit);
        Map<String, Long> byKind = new TreeMap<>();
        audit.path("balances")
                .forEach(row -> byKind.merge(
                        row.path("account").asText().split(":", 2)[0],
                        row.path("balance").path("amount").asLong(),
                        Long::sum));
        long taken = 0;
        long givenBack = 0;
        for (JsonNode order : orders.values()) {
            if (order.path("paymentStatus").asText("").equals("SUCCEEDED")) {
                long total = order.path("total").path("amount").asLong();
                long due = order.path("part").path("due").path("amount").asLong(total);
                boolean takenAtCheckout = order.path("payment").asText().equals("VIETQR");
                taken += takenAtCheckout ? total : due;
                givenBack +=
                        order.path("status").asText().equals("DELIVERED") ? takenAtCheckout ? total - due : 0 : total;
            }
        }
        if (byKind.getOrDefault("bank", 0L) < 0) {
            broken.add("the house's bank account is overdrawn: " + byKind.get("bank"));
        }
        Map<String, Object> lines = new LinkedHashMap<>();
        lines.put("taken for orders", taken);
        lines.put("given back to buyers", givenBack);
        lines.put("held: couriers' and carriers' hands", byKind.getOrDefault("courier-cash", 0L));
        lines.put("held: depots' safes", byKind.getOrDefault("depot-cash", 0L));
        lines.put("held: at telecoms and companies", byKind.getOrDefault("clearing", 0L));
        lines.put("held: in the bank", byKind.getOrDefault("bank", 0L));
        lines.put("owed to sellers", -byKind.getOrDefault("seller", 0L));
        lines.put("unclear (suspense)", -byKind.getOrDefault("suspense", 0L));
        lines.put("kept as fees", -byKind.getOrDefault("fees", 0L));
        lines.put("companies' fees for cash", byKind.getOrDefault("carrier-fees", 0L));
        lines.put("paid out to sellers", paidOut());
        lines.put("transfers in the ledger", audit.path("transfers").asLong());
        return lines;
    }

    private long paidOut() {
        long sum = 0;
        for (Cast.Seller seller : stage.cast().sellers()) {
            for (JsonNode balance : stage.api()
                    .mustGet(Service.ORDERS, "/seller/v1/balance", seller.sellerKey())
                    .path("balances")) {
                sum += balance.path("paid").path("amount").asLong();
            }
        }
        return sum;
    }

    private void checkLedger(JsonNode audit) {
        for (String field : List.of("balanced", "chainIntact", "balancesAgree")) {
            if (!audit.path(field).asBoolean()) {
                broken.add("ledger: " + field + " is false: " + audit.path("findings"));
            }
        }
        audit.path("sums").forEach(sum -> {
            if (sum.path("amount").asLong() != 0) {
                broken.add("ledger: does not sum to zero but to " + sum);
            }
        });
        if (audit.path("capturesPerChargeMax").asLong() > 1) {
            broken.add("ledger: a charge was captured " + audit.path("capturesPerChargeMax") + " times");
        }
    }

    private void checkEnds() {
        for (Notes.Accepted accepted : stage.notes().accepted()) {
            String id = accepted.orderId() == null ? byExternalId.get(accepted.externalId()) : accepted.orderId();
            JsonNode order = id == null ? null : orders.get(id);
            if (order == null) {
                if (!refusedByUs(accepted)) {
                    broken.add("order " + accepted.orderId() + accepted.externalId() + " was accepted and is lost");
                }
            } else if (!ENDS.contains(order.path("status").asText())) {
                broken.add("order " + id + " has not ended: it is "
                        + order.path("status").asText() + ", " + order.path("timeline"));
            }
        }
        for (JsonNode order : orders.values()) {
            checkMoneyOf(order);
        }
    }

    /** A marketplace's order that we could not take has to be cancelled there. */
    private boolean refusedByUs(Notes.Accepted accepted) {
        return accepted.source() == Notes.Source.MARKETPLACE
                && marketStatus(accepted).equals("CANCELLED");
    }

    private void checkMoneyOf(JsonNode order) {
        String payment = order.path("payment").asText();
        String paid = order.path("paymentStatus").asText("");
        boolean delivered = order.path("status").asText().equals("DELIVERED");
        boolean ours = !payment.equals("MARKETPLACE");
        if (ours && delivered && !paid.equals("SUCCEEDED")) {
            broken.add("order " + order.path("orderId").asText() + " is delivered and its payment is " + paid);
        }
        if (ours && !delivered && (paid.equals("AUTHORISED") || paid.equals("PROCESSING"))) {
            broken.add("order " + order.path("orderId").asText() + " is "
                    + order.path("status").asText() + " and its payment still " + paid);
        }
    }

    private void checkStock() {
        Map<String, Long> sold = new HashMap<>();
        for (JsonNode order : orders.values()) {
            if (order.path("status").asText().equals("DELIVERED")) {
                JsonNode lines = order.path("lines");
                for (int i = 0; i < lines.size(); i++) {
                    long ordered = lines.get(i).path("quantity").asLong();
                    JsonNode kept = order.path("part").path("kept").path(i).path("quantity");
                    sold.merge(lines.get(i).path("sku").asText(), kept.asLong(ordered), Long::sum);
                }
            }
        }
        for (Cast.Seller seller : stage.cast().sellers()) {
            for (JsonNode article : stage.api()
                    .mustGet(Service.ORDERS, "/seller/v1/stock", seller.sellerKey())
                    .path("products")) {
                String sku = article.path("sku").asText();
                long onHand = article.path("onHand").asLong();
                long reserved = article.path("reserved").asLong();
                if (onHand < 0 || reserved < 0 || onHand - reserved < 0) {
                    broken.add("stock of " + sku + " is negative: " + article);
                }
                long expected = Cast.ON_HAND - sold.getOrDefault(sku, 0L);
                if (reserved != 0 || onHand != expected) {
                    broken.add("stock of " + sku + " is " + onHand + " with " + reserved + " reserved, sales leave "
                            + expected);
                }
            }
        }
    }

    private String marketStatus(Notes.Accepted accepted) {
        return marketStatus
                .computeIfAbsent(accepted.seller().id(), _ -> readMarket(accepted.seller()))
                .getOrDefault(String.valueOf(accepted.externalId()), "");
    }

    private Map<String, String> readMarket(Cast.Seller seller) {
        Map<String, String> status = new HashMap<>();
        SellerBooks.marketOrders(stage.api(), seller)
                .forEach(order -> status.put(
                        order.path("orderSn").asText(), order.path("status").asText()));
        return status;
    }

    private void checkMarketplace() {
        Map<String, String> expected =
                Map.of("DELIVERED", "COMPLETED", "CANCELLED", "CANCELLED", "RETURNED", "TO_RETURN");
        for (Notes.Accepted accepted : stage.notes().accepted()) {
            String id = accepted.externalId() == null ? null : byExternalId.get(accepted.externalId());
            JsonNode order = id == null ? null : orders.get(id);
            if (order != null) {
                String ours = order.path("status").asText();
                String theirs = marketStatus(accepted);
                if (!theirs.equals(expected.getOrDefault(ours, ""))) {
                    broken.add("order " + id + " is " + ours + " here and " + theirs + " at the marketplace");
                }
            }
        }
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "0" : String.format(Locale.ROOT, "%d (%.1f %%)", part, 100.0 * part / whole);
    }
}
