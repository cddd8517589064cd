package io.giaovan.routingengine.courier;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DeliveryRequest;
import io.giaovan.contracts.delivery.DeliveryStatus;
import io.giaovan.contracts.delivery.DoorChoice;
import io.giaovan.contracts.delivery.FailureReason;
import io.giaovan.contracts.delivery.KeptItem;
import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.routingengine.dispatch.StopRef;
import io.giaovan.routingengine.dispatch.delivery.Delivery;
import io.giaovan.routingengine.dispatch.delivery.DeliveryDesk;
import io.giaovan.routingengine.dispatch.delivery.DeliveryState;
import io.giaovan.routingengine.dispatch.delivery.DeliveryStep;
import io.giaovan.routingengine.dispatch.route.CourierTrail;
import io.giaovan.routingengine.dispatch.route.Route;
import io.giaovan.routingengine.dispatch.route.RouteDesk;
import io.giaovan.routingengine.dispatch.route.RouteState;
import io.giaovan.routingengine.dispatch.route.RouteStop;
import io.giaovan.routingengine.dispatch.route.Routes;
import io.giaovan.routingengine.dispatch.route.StopProgress;
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

    /** What the buyer pays who keeps these items; nothing happens yet. */
    Money due(Courier courier, StopRef ref, List<KeptItem> kept) {
        DeliveryRequest request = deliveries.get(stop(courier, ref).delivery()).request();
        return cash(request, part(request, kept));
    }

    /**
     * Hands a parcel over, whole or in part.
     *
     * @param kept what the buyer keeps, or null when it is everything
     * @param cash what was taken, or null to take what is due without saying it, which only a part allows
     */
    RouteStop deliver(
            Courier courier,
            StopRef ref,
            String scannedCode,
            ProofContent content,
            @Nullable List<KeptItem> kept,
            @Nullable Money cash) {
        requireShift(courier);
        RouteStop stop = stop(courier, ref);
        Delivery before = deliveries.get(stop.delivery());
        DeliveryRequest request = before.request();
        if (!Secrets.same(request.parcelCode(), scannedCode)) {
            throw ProblemException.invalid(
                    "scannedCode", scannedCode, "is not the code on the parcel of this stop; scan its label");
        }
        PartAccepted part = kept == null ? null : part(request, kept);
        Money due = cash(request, part);
        checkCash(cash, due, kept != null);
        Instant now = clock.instant();
        String shown = part == null ? content.sha256() : Secrets.digest(content.sha256() + "|" + part);
        Proof proof = new Proof(
                stop.delivery() + "-" + ref.number() + "-" + shown.substring(0, 16),
                content.kind(),
                content.sha256(),
                now,
                near(courier, now),
                part);
        if (before.state() instanceof DeliveryState.Arrived) {
            proofs.keep(proof, content, courier.id());
        }
        handOver(ref, stop.delivery(), new DeliveryStep.HandedOver(ref, proof, due, now));
        return stop(courier, ref);
    }

    private void handOver(StopRef ref, DeliveryId id, DeliveryStep.HandedOver step) {
        switch (deliveries.take(id, step)) {
            case DeliveryDesk.Answer.Done _ -> routeDesk.over(ref, StopProgress.DELIVERED, step.at());
            case DeliveryDesk.Answer.DoneBefore(Delivery known) ->
                routeDesk.over(ref, StopProgress.DELIVERED, handedOverAt(known, step.at()));
            case DeliveryDesk.Answer.NotAllowed(Delivery known) -> {
                DeliveryStatus status = known.state().status();
                boolean handedOver = handedOverAt(known, Instant.MAX).isBefore(Instant.MAX);
                throw new ProblemException(
                        ErrorCode.OUT_OF_SEQUENCE,
                        handedOver
                                ? "Stop " + ref + " is over: it was handed over with another proof or with other items"
                                        + " kept, which stays as it is"
                                : "Delivery " + id + " is " + status + ", so it cannot be handed over");
            }
        }
    }

    private static Instant handedOverAt(Delivery delivery, Instant otherwise) {
        return switch (delivery.state()) {
            case DeliveryState.Delivered done -> done.at();
            case DeliveryState.PartlyDelivered partly -> partly.at();
            case DeliveryState.RestReturned rest -> rest.proof().takenAt();
            case DeliveryState.Requested _,
                    DeliveryState.Planned _,
                    DeliveryState.OutForDelivery _,
                    DeliveryState.Arrived _,
                    DeliveryState.AttemptFailed _,
                    DeliveryState.Returning _,
                    DeliveryState.Returned _,
                    DeliveryState.Cancelled _ -> otherwise;
        };
    }

    /** What of the parcel is kept, or null when it is all of it. */
    private static @Nullable PartAccepted part(DeliveryRequest request, List<KeptItem> kept) {
        DoorChoice choice = request.choice();
        if (choice == null) {
            throw ProblemException.invalid(
                    "kept", kept.size() + " entries", "is not possible: this parcel is taken whole or not at all");
        }
        return choice.keeping(kept).orElse(null);
    }

    private static Money cash(DeliveryRequest request, @Nullable PartAccepted part) {
        Money whole = request.cashToCollect();
        return part == null || whole.isZero() ? whole : part.due();
    }

    /** The house computes what is due; a courier who says what was taken has to say the same. */
    private static void checkCash(@Nullable Money cash, Money due, boolean chosen) {
        if (cash == null && chosen) {
            return;
        }
        Money taken = cash == null ? Money.zero(due.currency()) : cash;
        if (!taken.equals(due)) {
            throw ProblemException.invalid(
                    "cash",
                    taken.amount() + " " + taken.currency(),
                    taken.amount() + " " + taken.currency() + " was taken, " + due.amount() + " " + due.currency()
                            + " is to be collected");
        }
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
