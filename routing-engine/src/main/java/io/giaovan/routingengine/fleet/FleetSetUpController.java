package io.giaovan.routingengine.fleet;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.edge.access.Secrets;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.zone.Fuel;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Enters depots, couriers and dispatchers; entering the same again changes nothing. */
@Controller("/internal")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FleetSetUpController {
    private static final int KEY_LENGTH_MIN = 16;
    private static final int KEY_LENGTH_MAX = 200;

    private final Fleet fleet;
    private final SecureRandom random = new SecureRandom();

    FleetSetUpController(Fleet fleet) {
        this.fleet = fleet;
    }

    record DepotBody(String depotId, String name, GeoPoint point, LocalTime opens, LocalTime closes, String zone) {}

    record CourierBody(
            String courierId,
            String name,
            String phone,
            String pin,
            String depot,
            VehicleProfile vehicle,
            int gramsMax,
            int cubicCentimetresMax,
            @Nullable Fuel fuel,
            @Nullable Integer grossKilograms,
            LocalTime shiftStart,
            LocalTime shiftEnd,
            Money cashLimit) {}

    record DispatcherBody(String dispatcherId, String depot, String key) {}

    record Entered(String id) {}

    @Post("/depots")
    Entered enter(@Body DepotBody body) {
        Depot depot = new Depot(
                new DepotId(body.depotId()), body.name(), body.point(), body.opens(), body.closes(), zone(body.zone()));
        fleet.put(depot);
        return new Entered(depot.id().value());
    }

    @Post("/couriers")
    Entered enter(@Body CourierBody body) {
        DepotId depot = new DepotId(body.depot());
        fleet.getDepot(depot);
        CourierId id = new CourierId(body.courierId());
        String pinHash = fleet.findCourier(id)
                .map(Courier::pinHash)
                .filter(known -> body.pin().matches("[0-9]{4,8}") && PinHash.matches(body.pin(), known))
                .orElseGet(() -> PinHash.of(body.pin(), random));
        fleet.put(new Courier(
                id,
                new Contact(body.name(), body.phone()),
                pinHash,
                depot,
                new CourierVehicle(
                        body.vehicle(),
                        body.gramsMax(),
                        body.cubicCentimetresMax(),
                        Objects.requireNonNullElse(body.fuel(), Fuel.PETROL),
                        Objects.requireNonNullElseGet(
                                body.grossKilograms(), () -> CourierVehicle.usualKilograms(body.vehicle()))),
                body.shiftStart(),
                body.shiftEnd(),
                body.cashLimit()));
        return new Entered(id.value());
    }

    @Post("/dispatchers")
    Entered enter(@Body DispatcherBody body) {
        DepotId depot = new DepotId(body.depot());
        fleet.getDepot(depot);
        if (body.key().length() < KEY_LENGTH_MIN || body.key().length() > KEY_LENGTH_MAX) {
            throw new IllegalArgumentException("key: has " + body.key().length() + " characters, allowed are "
                    + KEY_LENGTH_MIN + " to " + KEY_LENGTH_MAX);
        }
        Dispatcher dispatcher = new Dispatcher(body.dispatcherId(), depot);
        fleet.put(dispatcher, Secrets.digest(body.key()));
        return new Entered(dispatcher.id());
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("zone: '" + zone + "' is not a time zone such as Asia/Ho_Chi_Minh");
        }
    }
}
