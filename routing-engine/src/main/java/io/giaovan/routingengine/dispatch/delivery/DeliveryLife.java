package io.giaovan.routingengine.dispatch.delivery;

import io.giaovan.contracts.delivery.Proof;
import io.giaovan.routingengine.dispatch.Forecast;
import io.giaovan.routingengine.dispatch.StopRef;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState.Arrived;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState.AttemptFailed;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState.Cancelled;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState.Delivered;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState.OutForDelivery;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState.PartlyDelivered;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState.Planned;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState.Requested;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState.RestReturned;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState.Returned;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState.Returning;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep.BroughtBack;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep.Claimed;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep.Departed;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep.Failed;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep.HandedOver;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep.ReachedDoor;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep.Recovered;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep.Reforecast;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep.Unclaimed;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep.Withdrawn;
import java.time.Instant;
import java.util.Objects;

/** The whole life of a delivery in one function. Repeating the step that led to a state changes nothing. */
final class DeliveryLife {
    private DeliveryLife() {}

    /** What a step does. */
    sealed interface Outcome {
        /** The delivery moves on. */
        record Moved(Delivery delivery) implements Outcome {}

        /** The step has happened already. */
        record Unchanged(Delivery delivery) implements Outcome {}

        /** The step is not allowed here. */
        record Refused(Delivery delivery) implements Outcome {}
    }

    static Outcome on(Delivery delivery, DeliveryStep step, int attemptsMax) {
        return switch (delivery.state()) {
            case Requested _ ->
                switch (step) {
                    case Claimed claim -> planned(delivery, claim.stop(), claim.forecast());
                    case Withdrawn withdrawn -> moved(delivery.in(new Cancelled(withdrawn.at())));
                    case Unclaimed _, Recovered _, BroughtBack _ -> unchanged(delivery);
                    case Departed _, Reforecast _, ReachedDoor _, HandedOver _, Failed _ -> refused(delivery);
                };
            case Planned planned ->
                switch (step) {
                    case Claimed claim -> same(delivery, planned.stop(), claim.stop());
                    case Unclaimed unclaimed ->
                        planned.stop().route().equals(unclaimed.route())
                                ? moved(delivery.late(false).in(new Requested()))
                                : refused(delivery);
                    case Departed departed ->
                        planned.stop().equals(departed.stop())
                                ? moved(delivery.late(departed.forecast().late())
                                        .in(new OutForDelivery(departed.stop(), departed.forecast())))
                                : refused(delivery);
                    case Reforecast news ->
                        planned.stop().equals(news.stop())
                                ? planned(delivery, news.stop(), news.forecast())
                                : refused(delivery);
                    case Withdrawn withdrawn -> moved(delivery.in(new Cancelled(withdrawn.at())));
                    case Recovered _, ReachedDoor _, HandedOver _, Failed _, BroughtBack _ -> refused(delivery);
                };
            case OutForDelivery out ->
                switch (step) {
                    case Departed departed -> same(delivery, out.stop(), departed.stop());
                    case Reforecast news ->
                        out.stop().equals(news.stop())
                                ? moved(delivery.late(news.forecast().late())
                                        .in(new OutForDelivery(news.stop(), news.forecast())))
                                : refused(delivery);
                    case ReachedDoor reached ->
                        out.stop().equals(reached.stop())
                                ? moved(delivery.late(isLate(delivery, reached.at()))
                                        .in(new Arrived(reached.stop(), reached.at())))
                                : refused(delivery);
                    case Failed failed ->
                        out.stop().equals(failed.stop()) ? failed(delivery, failed, attemptsMax) : refused(delivery);
                    case Recovered recovered -> recovered(delivery, out.stop(), recovered);
                    case Claimed _, Unclaimed _, HandedOver _, BroughtBack _, Withdrawn _ -> refused(delivery);
                };
            case Arrived arrived ->
                switch (step) {
                    case Departed departed -> same(delivery, arrived.stop(), departed.stop());
                    case Reforecast news -> same(delivery, arrived.stop(), news.stop());
                    case ReachedDoor reached -> same(delivery, arrived.stop(), reached.stop());
                    case HandedOver handed ->
                        arrived.stop().equals(handed.stop()) ? delivered(delivery, handed) : refused(delivery);
                    case Failed failed ->
                        arrived.stop().equals(failed.stop())
                                ? failed(delivery, failed, attemptsMax)
                                : refused(delivery);
                    case Recovered recovered -> recovered(delivery, arrived.stop(), recovered);
                    case Claimed _, Unclaimed _, BroughtBack _, Withdrawn _ -> refused(delivery);
                };
            case Delivered delivered -> afterHandOver(delivery, delivered.stop(), delivered.proof(), step);
            case PartlyDelivered partly ->
                step instanceof BroughtBack back
                        ? moved(delivery.in(new RestReturned(partly.stop(), partly.proof(), partly.cash(), back.at())))
                        : afterHandOver(delivery, partly.stop(), partly.proof(), step);
            case RestReturned rest ->
                step instanceof BroughtBack
                        ? unchanged(delivery)
                        : afterHandOver(delivery, rest.stop(), rest.proof(), step);
            case AttemptFailed failed -> afterFailure(delivery, failed.stop(), step);
            case Returning returning ->
                switch (step) {
                    case BroughtBack back -> moved(delivery.in(new Returned(back.at())));
                    case Departed _,
                            Reforecast _,
                            ReachedDoor _,
                            Failed _,
                            Claimed _,
                            Unclaimed _,
                            Recovered _,
                            HandedOver _,
                            Withdrawn _ -> afterFailure(delivery, returning.stop(), step);
                };
            case Returned _ ->
                switch (step) {
                    case BroughtBack _ -> unchanged(delivery);
                    case Claimed _,
                            Unclaimed _,
                            Recovered _,
                            Departed _,
                            Reforecast _,
                            ReachedDoor _,
                            HandedOver _,
                            Failed _,
                            Withdrawn _ -> refused(delivery);
                };
            case Cancelled _ ->
                switch (step) {
                    case Withdrawn _, Unclaimed _ -> unchanged(delivery);
                    case Claimed _,
                            Recovered _,
                            Departed _,
                            Reforecast _,
                            ReachedDoor _,
                            HandedOver _,
                            Failed _,
                            BroughtBack _ -> refused(delivery);
                };
        };
    }

    /** The same proof of the same pieces again changes nothing; another one is refused. */
    private static Outcome afterHandOver(Delivery delivery, StopRef stop, Proof proof, DeliveryStep step) {
        return switch (step) {
            case Departed departed -> same(delivery, stop, departed.stop());
            case Reforecast news -> same(delivery, stop, news.stop());
            case ReachedDoor reached -> same(delivery, stop, reached.stop());
            case HandedOver handed ->
                proof.sha256().equals(handed.proof().sha256())
                                && Objects.equals(proof.part(), handed.proof().part())
                        ? same(delivery, stop, handed.stop())
                        : refused(delivery);
            case Claimed _, Unclaimed _, Recovered _, Failed _, BroughtBack _, Withdrawn _ -> refused(delivery);
        };
    }

    private static Outcome afterFailure(Delivery delivery, StopRef stop, DeliveryStep step) {
        return switch (step) {
            case BroughtBack back ->
                moved(delivery.due(back.due(), back.due().plusDays(1)).in(new Requested()));
            case Departed departed -> same(delivery, stop, departed.stop());
            case Reforecast news -> same(delivery, stop, news.stop());
            case ReachedDoor reached -> same(delivery, stop, reached.stop());
            case Failed failed -> same(delivery, stop, failed.stop());
            case Claimed _, Unclaimed _, Recovered _, HandedOver _, Withdrawn _ -> refused(delivery);
        };
    }

    private static Outcome recovered(Delivery delivery, StopRef stop, Recovered recovered) {
        return stop.route().equals(recovered.route())
                ? moved(delivery.late(false).in(new Requested()))
                : refused(delivery);
    }

    private static Outcome planned(Delivery delivery, StopRef stop, Forecast forecast) {
        return moved(delivery.late(forecast.late()).in(new Planned(stop, forecast)));
    }

    private static Outcome delivered(Delivery delivery, HandedOver handed) {
        return moved(delivery.attempted()
                .late(isLate(delivery, handed.at()))
                .in(
                        handed.proof().part() == null
                                ? new Delivered(handed.stop(), handed.proof(), handed.cash(), handed.at())
                                : new PartlyDelivered(handed.stop(), handed.proof(), handed.cash(), handed.at())));
    }

    private static Outcome failed(Delivery delivery, Failed failed, int attemptsMax) {
        Delivery attempted = delivery.attempted();
        return moved(attempted.in(
                attempted.attempt() < attemptsMax
                        ? new AttemptFailed(failed.stop(), failed.reason(), failed.at())
                        : new Returning(failed.stop(), failed.reason(), failed.at())));
    }

    private static boolean isLate(Delivery delivery, Instant at) {
        return at.isAfter(delivery.request().promised().end());
    }

    /** A step of the stop that led here is a repetition; one of another stop comes out of sequence. */
    private static Outcome same(Delivery delivery, StopRef known, StopRef named) {
        return known.equals(named) ? unchanged(delivery) : refused(delivery);
    }

    private static Outcome moved(Delivery delivery) {
        return new Outcome.Moved(delivery);
    }

    private static Outcome unchanged(Delivery delivery) {
        return new Outcome.Unchanged(delivery);
    }

    private static Outcome refused(Delivery delivery) {
        return new Outcome.Refused(delivery);
    }
}
