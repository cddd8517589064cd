package io.giaovan.routingengine.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DeliveryRequest;
import io.giaovan.contracts.delivery.FailureReason;
import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.dispatch.Forecast;
import io.giaovan.routingengine.dispatch.StopRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryLifeTest {
    private static final Instant NINE = Instant.parse("2026-11-24T02:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private static final StopRef STOP = StopRef.of("c1.2026-11-24.1.3");
    private static final Forecast FORECAST = new Forecast(new TimeWindow(NINE, NOON), 2, false);
    private static final Proof PROOF = new Proof("p", ProofKind.CODE, "ab", NINE, null);
    private static final Money NOTHING = Money.vnd(0);

    private static final List<DeliveryState> STATES = List.of(
            new DeliveryState.Requested(),
            new DeliveryState.Planned(STOP, FORECAST),
            new DeliveryState.OutForDelivery(STOP, FORECAST),
            new DeliveryState.Arrived(STOP, NINE),
            new DeliveryState.Delivered(STOP, PROOF, NOTHING, NINE),
            new DeliveryState.AttemptFailed(STOP, FailureReason.NOT_HOME, NINE),
            new DeliveryState.Returning(STOP, FailureReason.NOT_HOME, NINE),
            new DeliveryState.Returned(NINE),
            new DeliveryState.Cancelled(NINE));

    private static final List<DeliveryStep> STEPS = List.of(
            new DeliveryStep.Claimed(STOP, FORECAST),
            new DeliveryStep.Unclaimed(STOP.route()),
            new DeliveryStep.Departed(STOP, FORECAST),
            new DeliveryStep.Reforecast(STOP, FORECAST),
            new DeliveryStep.ReachedDoor(STOP, NINE),
            new DeliveryStep.HandedOver(STOP, PROOF, NOTHING, NINE),
            new DeliveryStep.Failed(STOP, FailureReason.NOT_HOME, NINE),
            new DeliveryStep.BroughtBack(DAY, NINE),
            new DeliveryStep.Withdrawn(NINE),
            new DeliveryStep.Recovered(STOP.route()));

    @Test
    void theTableOfAllStatesAndStepsIsAsDrawn() {
        StringBuilder table = new StringBuilder();
        for (DeliveryState state : STATES) {
            table.append(String.format("%-16s", state.status()));
            for (DeliveryStep step : STEPS) {
                table.append(String.format(" %-16s", outcome(delivery(state, 0), step)));
            }
            table.append('\n');
        }

        assertThat(table.toString().replaceAll(" +\n", "\n")).isEqualTo("""
                        REQUESTED        PLANNED          =                -                -                -                -                -                =                CANCELLED        =
                        PLANNED          =                REQUESTED        OUT_FOR_DELIVERY PLANNED          -                -                -                -                CANCELLED        -
                        OUT_FOR_DELIVERY -                -                =                OUT_FOR_DELIVERY ARRIVED          -                ATTEMPT_FAILED   -                -                REQUESTED
                        ARRIVED          -                -                =                =                =                DELIVERED        ATTEMPT_FAILED   -                -                REQUESTED
                        DELIVERED        -                -                =                =                =                =                -                -                -                -
                        ATTEMPT_FAILED   -                -                =                =                =                -                =                REQUESTED        -                -
                        RETURNING        -                -                =                =                =                -                =                RETURNED         -                -
                        RETURNED         -                -                -                -                -                -                -                =                -                -
                        CANCELLED        -                =                -                -                -                -                -                -                =                -
                        """);
    }

    @Test
    void theLastAttemptThatFailsSendsTheParcelBack() {
        Delivery second = delivery(new DeliveryState.Arrived(STOP, NINE), 1);

        assertThat(outcome(second, new DeliveryStep.Failed(STOP, FailureReason.REFUSED, NINE)))
                .isEqualTo("RETURNING");
    }

    @Test
    void aStepOfAnotherRouteIsRefused() {
        StopRef other = StopRef.of("c2.2026-11-24.1.1");

        assertThat(outcome(
                        delivery(new DeliveryState.Planned(STOP, FORECAST), 0),
                        new DeliveryStep.Claimed(other, FORECAST)))
                .isEqualTo("-");
        assertThat(outcome(
                        delivery(new DeliveryState.OutForDelivery(STOP, FORECAST), 0),
                        new DeliveryStep.ReachedDoor(other, NINE)))
                .isEqualTo("-");
    }

    @Test
    void servedAtTheLastInstantOfTheWindowIsNotLateAndAfterItIs() {
        Delivery atDoor = delivery(new DeliveryState.Arrived(STOP, NINE), 0);

        assertThat(moved(atDoor, new DeliveryStep.HandedOver(STOP, PROOF, NOTHING, NOON))
                        .late())
                .isFalse();
        assertThat(moved(atDoor, new DeliveryStep.HandedOver(STOP, PROOF, NOTHING, NOON.plusMillis(1)))
                        .late())
                .isTrue();
    }

    @Test
    void handingOverAgainWithAnotherProofIsRefused() {
        Delivery done = delivery(new DeliveryState.Delivered(STOP, PROOF, NOTHING, NINE), 1);
        Proof other = new Proof("p", ProofKind.CODE, "cd", NINE, null);

        assertThat(outcome(done, new DeliveryStep.HandedOver(STOP, other, NOTHING, NINE)))
                .isEqualTo("-");
    }

    private static Delivery moved(Delivery delivery, DeliveryStep step) {
        return ((DeliveryLife.Outcome.Moved) DeliveryLife.on(delivery, step, 2)).delivery();
    }

    private static String outcome(Delivery delivery, DeliveryStep step) {
        return switch (DeliveryLife.on(delivery, step, 2)) {
            case DeliveryLife.Outcome.Moved(Delivery after) ->
                after.state().status().name();
            case DeliveryLife.Outcome.Unchanged _ -> "=";
            case DeliveryLife.Outcome.Refused _ -> "-";
        };
    }

    private static Delivery delivery(DeliveryState state, int attempt) {
        return new Delivery(
                new DeliveryRequest(
                        new DeliveryId("GV-1"),
                        new MerchantId("m1"),
                        new OrderId("o1"),
                        "GV-1",
                        "d1",
                        new Address("1 Lê Lợi", "", "", "VN", new GeoPoint(10.77, 106.69)),
                        new Contact("Chị Hoa", "0912345678"),
                        new TimeWindow(NINE, NOON),
                        new ParcelLoad(1, 1, 1),
                        NOTHING,
                        NINE,
                        null),
                DAY,
                DAY,
                attempt,
                false,
                state,
                1);
    }
}
