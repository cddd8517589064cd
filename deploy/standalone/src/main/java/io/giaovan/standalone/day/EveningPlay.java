package io.giaovan.standalone.day;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.HouseApi.Service;
import java.time.LocalTime;
import java.util.Map;

/**
 * What happens when the couriers are back: returns, the safe's, the telecom's and the parcel company's money to the bank,
 * statements and payouts.
 */
final class EveningPlay {
    private static final LocalTime RETURNS = LocalTime.of(21, 0);
    private static final LocalTime DEPOSITS = LocalTime.of(21, 10);
    private static final LocalTime REMITTANCES = LocalTime.of(21, 20);
    private static final LocalTime COMPANY_ACCOUNTS = LocalTime.of(21, 30);
    private static final LocalTime COMPANY_MONEY = LocalTime.of(21, 40);
    private static final LocalTime STATEMENTS = LocalTime.of(23, 30);

    private static final String TELECOM_RAIL = "carrier_billing";

    private final Stage stage;
    private final CourierPlay couriers;
    private final CompanyPlay company;

    EveningPlay(Stage stage, CourierPlay couriers) {
        this.stage = stage;
        this.couriers = couriers;
        this.company = new CompanyPlay(stage);
    }

    /** Enters the evenings of all days. */
    void enter() {
        for (int day = 0; day <= stage.plan().daysAfter(); day++) {
            int ofDay = day;
            for (Cast.Depot depot : stage.cast().depots()) {
                stage.agenda().at(stage.plan().at(day, RETURNS), () -> returns(depot));
                stage.agenda().at(stage.plan().at(day, DEPOSITS), () -> deposit(depot, ofDay));
            }
            stage.agenda().at(stage.plan().at(day, REMITTANCES), () -> remit(ofDay));
            stage.agenda().at(stage.plan().at(day, COMPANY_ACCOUNTS), () -> company.account(ofDay));
            stage.agenda().at(stage.plan().at(day, COMPANY_MONEY), () -> company.place(ofDay));
            stage.agenda().at(stage.plan().at(day, STATEMENTS), () -> closeStatements(ofDay));
        }
    }

    private void returns(Cast.Depot depot) {
        stage.api()
                .mustPost(
                        Service.ENGINE,
                        "/dispatch/v1/depots/" + depot.id() + "/returns",
                        depot.dispatcherKey(),
                        null,
                        Map.of());
    }

    private void deposit(Cast.Depot depot, int day) {
        long amount = couriers.emptySafe(depot.id());
        String reference = depot.id() + "-" + stage.plan().date().plusDays(day);
        if (amount > 0) {
            stage.api()
                    .house(
                            Service.PAYMENTS,
                            "/internal/cash/deposits",
                            Map.of("depot", depot.id(), "amount", Money.vnd(amount), "reference", reference));
            arrive(reference, amount);
        }
    }

    /** The telecom pays over what it took for us until now. */
    private void remit(int day) {
        long held = held("clearing:" + TELECOM_RAIL);
        String reference = "telecom-" + stage.plan().date().plusDays(day);
        if (held > 0) {
            arrive(reference, held);
            stage.api()
                    .house(
                            Service.PAYMENTS,
                            "/internal/provider-settlements",
                            Map.of("rail", TELECOM_RAIL, "amount", Money.vnd(held), "reference", reference));
        }
    }

    private long held(String account) {
        for (JsonNode row : stage.api()
                .mustGet(Service.PAYMENTS, "/internal/ledger/audit", stage.api().houseKey())
                .path("balances")) {
            if (row.path("account").asText().equals(account)) {
                return row.path("balance").path("amount").asLong();
            }
        }
        return 0;
    }

    /** Money comes into the house's account at the bank. */
    private void arrive(String reference, long amount) {
        stage.api().house(Service.PAYMENTS, "/sandbox/bank/deposits", Map.of("reference", reference, "amount", amount));
    }

    private void closeStatements(int day) {
        stage.api()
                .house(
                        Service.ORDERS,
                        "/internal/settlement/close",
                        Map.of("day", stage.plan().date().plusDays(day)));
    }
}
