package io.giaovan.standalone.day;

import io.giaovan.contracts.money.Money;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.HouseApi.Service;
import java.time.LocalTime;
import java.util.Map;

/** What happens when the couriers are back: returns, the safe's way to the bank, statements and payouts. */
final class EveningPlay {
    private static final LocalTime RETURNS = LocalTime.of(21, 0);
    private static final LocalTime DEPOSITS = LocalTime.of(21, 10);
    private static final LocalTime STATEMENTS = LocalTime.of(23, 30);

    private final Stage stage;
    private final CourierPlay couriers;

    EveningPlay(Stage stage, CourierPlay couriers) {
        this.stage = stage;
        this.couriers = couriers;
    }

    /** Enters the evenings of all days. */
    void enter() {
        for (int day = 0; day <= stage.plan().daysAfter(); day++) {
            int ofDay = day;
            for (Cast.Depot depot : stage.cast().depots()) {
                stage.agenda().at(stage.plan().at(day, RETURNS), () -> returns(depot));
                stage.agenda().at(stage.plan().at(day, DEPOSITS), () -> deposit(depot, ofDay));
            }
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
        if (amount > 0) {
            stage.api()
                    .house(
                            Service.PAYMENTS,
                            "/internal/cash/deposits",
                            Map.of(
                                    "depot", depot.id(),
                                    "amount", Money.vnd(amount),
                                    "reference",
                                            depot.id() + "-"
                                                    + stage.plan().date().plusDays(day)));
        }
    }

    private void closeStatements(int day) {
        stage.api()
                .house(
                        Service.ORDERS,
                        "/internal/settlement/close",
                        Map.of("day", stage.plan().date().plusDays(day)));
    }
}
