package io.giaovan.routingengine.courier;

import io.giaovan.contracts.delivery.DeliveryRequest;
import io.giaovan.contracts.delivery.FailureReason;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.routingengine.dispatch.CourierTrail;
import io.giaovan.routingengine.dispatch.Delivery;
import io.giaovan.routingengine.dispatch.DeliveryDesk;
import io.giaovan.routingengine.dispatch.DeliveryState;
import io.giaovan.routingengine.dispatch.DeliveryStep;
import io.giaovan.routingengine.dispatch.Route;
import io.giaovan.routingengine.dispatch.RouteDesk;
import io.giaovan.routingengine.dispatch.RouteState;
import io.giaovan.routingengine.dispatch.RouteStop;
import io.giaovan.routingengine.dispatch.Routes;
import io.giaovan.routingengine.dispatch.StopProgress;
import io.giaovan.routingengine.dispatch.StopRef;
import io.giaovan.routingengine.fleet.Courier;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.fleet.Shift;
import io.giaovan.routingengine.fleet.Shifts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a courier does on a route, each step repeatable. Safe for use by many threads. */
@Singleton
final class CourierDesk {
    private static final int NOTE_LENGTH_MAX = 500;

    private final Fleet fleet;
    private final Shifts shifts;
    private final Routes routes;
    private final RouteDesk routeDesk;
    private final DeliveryDesk deliveries;
    private final Proofs proofs;
    private final CourierTrail trail;
    private final CourierSettings settings;
    private final Clock clock;

    CourierDesk(
            Fleet fleet,
            Shifts shifts,
            Routes routes,
            RouteDesk routeDesk,
            DeliveryDesk deliveries,
            Proofs proofs,
            CourierTrail trail,
            CourierSettings settings,
            Clock clock) {
        this.fleet = fleet;
        this.shifts = shifts;
        this.routes = routes;
        this.routeDesk = routeDesk;
        this.deliveries = deliveries;
        this.proofs = proofs;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    Shift startShift(Courier courier) {
        return shifts.start(courier, depot(courier), clock.instant());
    }

    Optional<Shift> findShift(Courier courier) {
        return shifts.findOpen(courier.id(), depot(courier), clock.instant());
    }

    /** The route to drive now: the first of the day that is not over. */
    Optional<Route> findRoute(Courier courier) {
        LocalDate day = findShift(courier)
                .map(shift -> shift.id().day())
                .orElseGet(() -> depot(courier).dayAt(clock.instant()));
        return routes.list(courier.id(), day).stream()
                .filter(route -> !(route.state() instanceof RouteState.Done))
                .findFirst();
    }

    Route depart(Courier courier) {
        requireShift(courier);
        Route route = findRoute(courier)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "There is no route to drive now"));
        return routeDesk.depart(route.id());
    }

    RouteStop arrive(Courier courier, StopRef ref, @Nullable GeoPoint near) {
        requireShift(courier);
        RouteStop stop = stop(courier, ref);
        Instant now = clock.instant();
        Delivery delivery = deliveries.takeOrRefuse(stop.delivery(), new DeliveryStep.ReachedDoor(ref, now));
        if (delivery.state() instanceof DeliveryState.Arrived arrived) {
            routeDesk.arrived(ref, arrived.at());
            if (near != null) {
                trail.add(courier.id(), List.of(new CourierTrail.Position(near, now, null)));
            }
        }
        return stop(courier, ref);
    }

    RouteStop deliver(Courier courier, StopRef ref, String scannedCode, ProofContent content, @Nullable Money cash) {
        requireShift(courier);
        RouteStop stop = stop(courier, ref);
        Delivery before = deliveries.get(stop.delivery());
        DeliveryRequest request = before.request();
        if (!Secrets.same(request.parcelCode(), scannedCode)) {
            throw ProblemException.invalid(
                    "scannedCode", scannedCode, "is not the code on the parcel of this stop; scan its label");
        }
        Money taken = cash == null ? Money.zero(request.cashToCollect().currency()) : cash;
        if (!taken.equals(request.cashToCollect())) {
            throw ProblemException.invalid(
                    "cash",
                    taken.amount() + " " + taken.currency(),
                    taken.amount() + " " + taken.currency() + " was taken, "
                            + request.cashToCollect().amount() + " "
                            + request.cashToCollect().currency() + " is to be collected");
        }
        Instant now = clock.instant();
        Proof proof = new Proof(
                stop.delivery() + "-" + ref.number() + "-" + content.sha256().substring(0, 16),
                content.kind(),
                content.sha256(),
                now,
                near(courier, now));
        if (before.state() instanceof DeliveryState.Arrived) {
            proofs.keep(proof, content, courier.id());
        }
        Delivery after = deliveries.takeOrRefuse(stop.delivery(), new DeliveryStep.HandedOver(ref, proof, taken, now));
        if (after.state() instanceof DeliveryState.Delivered delivered) {
            routeDesk.over(ref, StopProgress.DELIVERED, delivered.at());
        }
        return stop(courier, ref);
    }

    RouteStop fail(Courier courier, StopRef ref, FailureReason reason, @Nullable String note) {
        requireShift(courier);
        if (note != null && note.length() > NOTE_LENGTH_MAX) {
            throw ProblemException.invalid(
                    "note", note.length() + " characters", "is longer than " + NOTE_LENGTH_MAX + " characters");
        }
        RouteStop stop = stop(courier, ref);
        Instant now = clock.instant();
        Delivery after = deliveries.takeOrRefuse(stop.delivery(), new DeliveryStep.Failed(ref, reason, now));
        if (note != null && !note.isBlank()) {
            proofs.note(stop.delivery() + "-" + after.attempt(), note, courier.id(), now);
        }
        routeDesk.over(ref, StopProgress.FAILED, now);
        return stop(courier, ref);
    }

    /** A stop of the courier's own; another courier's looks as if it did not exist. */
    RouteStop stop(Courier courier, StopRef ref) {
        if (!ref.route().courier().equals(courier.id())) {
            throw ProblemException.notFound("stop", ref.toString());
        }
        return routes.find(ref.route())
                .flatMap(route -> route.findStop(ref.number()))
                .orElseThrow(() -> ProblemException.notFound("stop", ref.toString()));
    }

    private Shift requireShift(Courier courier) {
        return findShift(courier)
                .orElseThrow(() ->
                        new ProblemException(ErrorCode.OUT_OF_SEQUENCE, "No shift is open; start the shift first"));
    }

    private @Nullable GeoPoint near(Courier courier, Instant now) {
        return trail.findLast(courier.id())
                .filter(last -> !last.at().plus(settings.positionAgeMax()).isBefore(now))
                .map(CourierTrail.Position::point)
                .orElse(null);
    }

    private Depot depot(Courier courier) {
        return fleet.getDepot(courier.depot());
    }
}
