package io.giaovan.routingengine.courier;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DoorChoice;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.dispatch.delivery.Delivery;
import io.giaovan.routingengine.dispatch.route.Route;
import io.giaovan.routingengine.dispatch.route.RouteState;
import io.giaovan.routingengine.dispatch.route.RouteStop;
import io.giaovan.routingengine.dispatch.route.StopProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A route as its courier sees it. A stop that is over shows no name and no number. */
record RouteAnswer(
        @Nullable String routeId,
        @Nullable String status,
        @Nullable Instant departAt,
        List<StopAnswer> stops) {

    static final RouteAnswer NONE = new RouteAnswer(null, null, null, List.of());

    record StopAnswer(
            String stopId,
            String deliveryId,
            String parcelCode,
            int sequence,
            Address address,
            String recipientName,
            String maskedPhone,
            TimeWindow window,
            Instant eta,
            boolean late,
            Money cashToCollect,
            int pieces,
            @Nullable List<ItemAnswer> choice,
            String status,
            int travelSeconds,
            int serviceSeconds) {}

    /** A line of a parcel of which the buyer may keep a part. */
    record ItemAnswer(int line, String name, int quantity, Money unitPrice) {
        static @Nullable List<ItemAnswer> of(@Nullable DoorChoice choice) {
            return choice == null
                    ? null
                    : IntStream.range(0, choice.lines().size())
                            .mapToObj(i -> new ItemAnswer(
                                    i + 1,
                                    choice.lines().get(i).name(),
                                    choice.lines().get(i).quantity(),
                                    choice.lines().get(i).unitPrice()))
                            .toList();
        }
    }

    static RouteAnswer of(Route route, Map<DeliveryId, Delivery> deliveries) {
        List<StopAnswer> stops = new ArrayList<>();
        for (RouteStop stop : route.stops()) {
            Delivery delivery = deliveries.get(stop.delivery());
            if (stop.progress() != StopProgress.DROPPED && delivery != null) {
                stops.add(stop(route, stop, stops.size() + 1, delivery));
            }
        }
        return new RouteAnswer(
                route.id().toString(),
                route.state() instanceof RouteState.UnderWay ? "UNDER_WAY" : "RELEASED",
                route.departAt(),
                stops);
    }

    private static StopAnswer stop(Route route, RouteStop stop, int sequence, Delivery delivery) {
        boolean over = stop.progress().isOver();
        return new StopAnswer(
                route.ref(stop).toString(),
                stop.delivery().value(),
                delivery.request().parcelCode(),
                sequence,
                delivery.request().address(),
                over ? "" : delivery.request().recipient().name(),
                over ? "" : delivery.request().recipient().maskedPhone(),
                stop.promised(),
                stop.eta(),
                stop.late(),
                delivery.request().cashToCollect(),
                delivery.request().load().pieces(),
                over ? null : ItemAnswer.of(delivery.request().choice()),
                stop.progress().name(),
                stop.travelSeconds(),
                stop.serviceSeconds());
    }
}
