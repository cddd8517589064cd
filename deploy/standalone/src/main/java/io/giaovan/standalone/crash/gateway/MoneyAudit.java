package io.giaovan.standalone.crash.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.standalone.cast.HouseApi;
import io.giaovan.standalone.cast.HouseApi.Service;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks when all is over: every payment at an end, one charge at its provider, one balance transaction and one event each,
 * and the providers' books equal to ours. Not safe for concurrent use.
 */
final class MoneyAudit {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Set<String> ENDS = Set.of("succeeded", "canceled", "requires_payment_method");
    private static final Pattern OURS = Pattern.compile("(rest-)?(pi_[A-Za-z0-9]+)");
    private static final Map<String, String> SETTLEMENTS = Map.of(
            "carrier_billing", "/sandbox/telecom/settlement",
            "mobile_money", "/sandbox/mobilemoney/settlement",
            "momo", "/sandbox/wallet/momo/settlement",
            "zalopay", "/sandbox/wallet/zalopay/settlement",
            "vnpay", "/sandbox/wallet/vnpay/settlement");

    private final Receipts receipts;
    private final List<Shop> shops;
    private final HouseApi gateway;
    private final HouseApi providers;
    private final LocalDate firstDay;
    private final List<String> broken = new ArrayList<>();
    private final Map<String, Long> succeeded = new TreeMap<>();
    private long refunded;
    private long paidOut;

    /** @param firstDay in Vietnam, when the first payment was made */
    MoneyAudit(Receipts receipts, List<Shop> shops, HouseApi gateway, HouseApi providers, LocalDate firstDay) {
        this.receipts = receipts;
        this.shops = shops;
        this.gateway = gateway;
        this.providers = providers;
        this.firstDay = firstDay;
    }

    /**
     * What was found.
     *
     * @param intents opened
     * @param succeeded by rail
     * @param refunds given back
     * @param payouts paid
     * @param broken what is not as it should be, empty when all is
     */
    record Finding(int intents, Map<String, Long> succeeded, long refunds, long payouts, List<String> broken) {
        Finding {
            succeeded = Map.copyOf(succeeded);
            broken = List.copyOf(broken);
        }
    }

    Finding look() {
        for (Shop shop : shops) {
            lookAtShop(shop);
        }
        lookAtLedger();
        return new Finding(receipts.intents().size(), succeeded, refunded, paidOut, broken);
    }

    private void lookAtShop(Shop shop) {
        Map<String, Integer> charges = new HashMap<>();
        for (JsonNode charge : shop.list("/v1/charges")) {
            if (charge.path("paid").asBoolean()) {
                charges.merge(charge.path("payment_intent").asText(), 1, Integer::sum);
            }
        }
        Map<String, Integer> transactions = new HashMap<>();
        long net = 0;
        for (JsonNode transaction : shop.list("/v1/balance_transactions")) {
            transactions.merge(
                    transaction.path("type").asText() + " "
                            + transaction.path("source").asText(),
                    1,
                    Integer::sum);
            net += transaction.path("net").asLong();
        }
        Map<String, Integer> events = new HashMap<>();
        for (JsonNode event : shop.list("/v1/events")) {
            events.merge(
                    event.path("type").asText() + " "
                            + event.at("/data/object/id").asText(),
                    1,
                    Integer::sum);
        }
        Map<String, Integer> taken = takenByProviders();
        long owed = 0;
        for (Receipts.Intent intent : receipts.intents()) {
            if (intent.shop().equals(shop)) {
                owed += lookAtIntent(intent, charges, transactions, events, taken);
            }
        }
        for (Receipts.Payout payout : receipts.payouts()) {
            if (payout.shop().equals(shop)) {
                paidOut++;
                owed -= payout.dong();
                String id = payout.id();
                once(events, "payout.paid " + id);
                once(transactions, "payout " + id);
            }
        }
        JsonNode balance = shop.get("/v1/balance");
        long available = balance.at("/available/0/amount").asLong();
        equal(shop.merchantId() + "'s balance and what it was told", available, owed);
        equal(shop.merchantId() + "'s balance and its transactions", available, net);
    }

    /** Returns what its shop is owed of it. */
    private long lookAtIntent(
            Receipts.Intent known,
            Map<String, Integer> charges,
            Map<String, Integer> transactions,
            Map<String, Integer> events,
            Map<String, Integer> taken) {
        String id = known.id();
        JsonNode intent = known.shop().get("/v1/payment_intents/" + id);
        String status = intent.path("status").asText();
        long received = intent.path("amount_received").asLong();
        if (!ENDS.contains(status)) {
            broken.add(id + " over " + known.rail() + " is stuck in " + status);
        }
        if (known.taken() > 0 && received != known.taken()) {
            broken.add(id + ": its shop was told that " + known.taken() + " is taken, it is " + received);
        }
        boolean paid = status.equals("succeeded");
        int wanted = paid ? 1 : 0;
        String charge = "ch_" + id.substring("pi_".length());
        equal("paid charges of " + id, charges.getOrDefault(id, 0), wanted);
        equal("balance transactions of " + id, transactions.getOrDefault("payment " + charge, 0), wanted);
        equal("events of success of " + id, events.getOrDefault("payment_intent.succeeded " + id, 0), wanted);
        equal("events of the opening of " + id, events.getOrDefault("payment_intent.created " + id, 0), 1);
        equal(
                "events of cancellation of " + id,
                events.getOrDefault("payment_intent.canceled " + id, 0),
                status.equals("canceled") ? 1 : 0);
        if (paid) {
            succeeded.merge(known.rail(), 1L, Long::sum);
            if (SETTLEMENTS.containsKey(known.rail())) {
                equal("charges at the provider of " + id, taken.getOrDefault(id, 0), 1);
            }
        } else {
            equal("money taken for " + id, received, 0);
        }
        long owed = received;
        for (Map.Entry<String, Long> part : known.refunds().entrySet()) {
            String refund = part.getKey();
            JsonNode now = known.shop().get("/v1/refunds/" + refund);
            if (!now.path("status").asText().equals("succeeded")) {
                broken.add(refund + " of " + id + " is stuck in "
                        + now.path("status").asText());
            }
            once(events, "refund.created " + refund);
            once(events, "refund.updated " + refund);
            once(transactions, "payment_refund " + refund);
            owed -= part.getValue();
            refunded++;
        }
        return owed;
    }

    /** How often each intent was taken by a provider. */
    private Map<String, Integer> takenByProviders() {
        Map<String, Integer> taken = new HashMap<>();
        for (String file : SETTLEMENTS.values()) {
            for (LocalDate day = firstDay; !day.isAfter(LocalDate.now(VIETNAM)); day = day.plusDays(1)) {
                String text = new String(
                        providers.document(Service.PAYMENTS, file + "?day=" + day, providers.houseKey()),
                        StandardCharsets.UTF_8);
                text.lines().map(line -> line.split(",", -1)).forEach(cells -> {
                    Matcher ours = OURS.matcher(cells[0]);
                    if (cells[1].equals("payment") && ours.find() && ours.group(1) == null) {
                        taken.merge(ours.group(2), 1, Integer::sum);
                    }
                });
            }
        }
        return taken;
    }

    private void lookAtLedger() {
        JsonNode audit = gateway.mustGet(Service.PAYMENTS, "/internal/ledger/audit", gateway.houseKey());
        for (String field : List.of("balanced", "chainIntact", "balancesAgree")) {
            if (!audit.path(field).asBoolean()) {
                broken.add("ledger: " + field + " is false: " + audit.path("findings"));
            }
        }
        audit.path("findings").forEach(found -> broken.add("ledger: " + found.asText()));
        if (audit.path("capturesPerChargeMax").asLong() > 1) {
            broken.add("ledger: a charge was captured " + audit.path("capturesPerChargeMax") + " times");
        }
        Map<String, Long> ours = new HashMap<>();
        audit.path("balances")
                .forEach(line -> ours.put(
                        line.path("account").asText(),
                        line.at("/balance/amount").asLong()));
        book(ours, "clearing:carrier_billing", "/sandbox/telecom/books", "taken");
        book(ours, "clearing:mobile_money", "/sandbox/mobilemoney/books", "wallet");
        for (String wallet : List.of("momo", "zalopay", "vnpay")) {
            book(ours, "clearing:" + wallet, "/sandbox/wallet/" + wallet + "/books", "taken");
        }
        book(ours, "bank:house", "/sandbox/bank/books", "balance");
        for (String transit : List.of("payouts-in-transit:house", "refunds-in-transit:house")) {
            equal(transit + " at the end", ours.getOrDefault(transit, 0L), 0);
        }
    }

    private void book(Map<String, Long> ours, String account, String books, String field) {
        long theirs = providers
                .mustGet(Service.PAYMENTS, books, providers.houseKey())
                .path(field)
                .asLong();
        equal(account + " and the provider's books", ours.getOrDefault(account, 0L), theirs);
    }

    private void once(Map<String, Integer> counts, String what) {
        equal(what, counts.getOrDefault(what, 0), 1);
    }

    private void equal(String what, long found, long wanted) {
        if (found != wanted) {
            broken.add(what + ": " + found + ", wanted " + wanted);
        }
    }
}
