package io.giaovan.standalone.day;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.HouseApi.Service;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds a parcel company's book of cash against the house's: the cash of every parcel it delivered is accounted for once,
 * every row fits, and when it has paid it owes nothing.
 */
final class CompanyAudit {
    private final Stage stage;
    private final List<String> broken;
    private final Map<String, JsonNode> bookings = new LinkedHashMap<>();
    private final Map<String, JsonNode> byParcel = new HashMap<>();

    /** @param broken takes what does not hold */
    CompanyAudit(Stage stage, List<String> broken) {
        this.stage = stage;
        this.broken = broken;
        stage.api()
                .mustGet(Service.PARTNERS, "/sandbox/ghn/bookings", stage.api().houseKey())
                .path("bookings")
                .forEach(booking -> {
                    bookings.put(booking.path("orderCode").asText(), booking);
                    byParcel.put(booking.path("clientOrderCode").asText(), booking);
                });
    }

    /** Whether the company has the parcel of an order. */
    boolean has(JsonNode order) {
        return byParcel.containsKey(order.path("parcelCode").asText(""));
    }

    /**
     * What the books say, for the report.
     *
     * @param orders the house's
     * @param ledger the ledger's audit
     */
    Map<String, Object> lines(Iterable<JsonNode> orders, JsonNode ledger) {
        Map<String, Integer> accounted = new HashMap<>();
        Map<String, Long> sums = new LinkedHashMap<>();
        Map<String, Integer> formats = new HashMap<>();
        for (JsonNode file : stage.api()
                .mustGet(Service.PARTNERS, CompanyPlay.BOOKS, stage.api().houseKey())
                .path("remittances")) {
            if (!file.path("rows").isEmpty()) {
                file.path("rows")
                        .forEach(row -> accounted.merge(row.path("orderCode").asText(), 1, Integer::sum));
                formats.merge(file.path("format").asText(), 1, Integer::sum);
                add(sums, file);
            }
        }
        long held = held(ledger);
        checkAccounted(accounted);
        checkOrders(orders);
        Map<String, Object> lines = new LinkedHashMap<>();
        lines.put("parcels", bookings.size());
        lines.put(
                "delivered for cash",
                bookings.values().stream().filter(CompanyAudit::tookCash).count());
        lines.put("remittance files, CSV", formats.getOrDefault("CSV", 0));
        lines.put("remittance files, XLSX", formats.getOrDefault("XLSX", 0));
        for (String name :
                List.of("rows", "rows matched", "rows unmatched", "cash taken", "kept as fees", "paid over")) {
            lines.put(name, sums.getOrDefault(name, 0L));
        }
        lines.put("still owed by companies", held);
        return lines;
    }

    private void add(Map<String, Long> sums, JsonNode file) {
        String reference = file.path("reference").asText();
        JsonNode ours = stage.api()
                .get(
                        Service.PAYMENTS,
                        CompanyPlay.HOUSE_BOOKS + "/" + reference,
                        stage.api().houseKey())
                .body();
        long rows = file.path("rows").size();
        long matched = ours.path("matched").asLong();
        long paid = file.path("paid").asLong();
        if (ours.path("rows").asLong() != rows
                || matched != rows
                || !ours.path("findings").isEmpty()) {
            broken.add("remittance " + reference + " has " + rows + " rows, of which " + matched + " fit: "
                    + ours.path("findings"));
        }
        if (ours.path("toArrive").path("amount").asLong() != paid) {
            broken.add("remittance " + reference + " pays " + paid + " and we expect " + ours.path("toArrive"));
        }
        sums.merge("rows", rows, Long::sum);
        sums.merge("rows matched", matched, Long::sum);
        sums.merge("rows unmatched", rows - matched, Long::sum);
        sums.merge("cash taken", file.path("taken").asLong(), Long::sum);
        sums.merge("kept as fees", file.path("fees").asLong(), Long::sum);
        sums.merge("paid over", paid, Long::sum);
    }

    /** What companies have in their hands or on its way, which is nothing once they have paid. */
    private long held(JsonNode ledger) {
        long held = 0;
        for (JsonNode row : ledger.path("balances")) {
            String account = row.path("account").asText();
            if (account.startsWith("courier-cash:carrier-")
                    || account.startsWith("cash-shortage:carrier-")
                    || account.startsWith("clearing:carrier_" + Cast.COMPANY)) {
                long amount = row.path("balance").path("amount").asLong();
                held += amount;
                if (amount != 0) {
                    broken.add("a parcel company has paid and " + account + " is " + amount);
                }
            }
        }
        return held;
    }

    private void checkAccounted(Map<String, Integer> accounted) {
        bookings.forEach((code, booking) -> {
            int times = accounted.getOrDefault(code, 0);
            int expected = tookCash(booking) ? 1 : 0;
            if (times != expected) {
                broken.add("parcel " + code + " is "
                        + booking.path("status").asText() + " for "
                        + booking.path("cashOnDelivery").asLong() + " and accounted for " + times + " times");
            }
        });
        accounted.keySet().stream()
                .filter(code -> !bookings.containsKey(code))
                .forEach(code -> broken.add("parcel " + code + " is accounted for and was never booked"));
    }

    /** The company takes at the door what the house says is due. */
    private void checkOrders(Iterable<JsonNode> orders) {
        for (JsonNode order : orders) {
            JsonNode booking = byParcel.get(order.path("parcelCode").asText(""));
            if (booking == null || !order.path("status").asText().equals("DELIVERED")) {
                continue;
            }
            boolean cash = order.path("payment").asText().equals("CASH");
            long due = cash ? order.path("total").path("amount").asLong() : 0;
            if (booking.path("cashOnDelivery").asLong() != due
                    || !booking.path("status").asText().equals("delivered")) {
                broken.add("order " + order.path("orderId").asText() + " is delivered with " + due
                        + " due in cash, and at the company "
                        + booking.path("status").asText() + " with "
                        + booking.path("cashOnDelivery").asLong());
            }
        }
    }

    private static boolean tookCash(JsonNode booking) {
        return booking.path("status").asText().equals("delivered")
                && booking.path("cashOnDelivery").asLong() > 0;
    }
}
