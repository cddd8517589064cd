package io.giaovan.routingengine.dispatch;

import io.giaovan.routingengine.fleet.Courier;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.fleet.FleetSettings;
import io.giaovan.routingengine.fleet.Shift;
import io.giaovan.routingengine.fleet.ShiftState;
import io.giaovan.routingengine.fleet.Shifts;
import io.giaovan.routingengine.network.zone.RestrictedZones;
import io.giaovan.routingengine.promise.PromiseSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who can be planned for on a day, and by which settings. */
@Singleton
final class DriversOfDay {
    private final Fleet fleet;
    private final Shifts shifts;
    private final LostVehicles lost;
    private final DayProblem.Settings settings;

    DriversOfDay(
            Fleet fleet,
            Shifts shifts,
            LostVehicles lost,
            FleetSettings fleetSettings,
            PromiseSettings promiseSettings,
            DispatchSettings settings,
            @Nullable RestrictedZones zones) {
        this.fleet = fleet;
        this.shifts = shifts;
        this.lost = lost;
        this.settings = new DayProblem.Settings(fleetSettings, promiseSettings, settings, hours(zones));
    }

    DayProblem.Settings settings() {
        return settings;
    }

    /** Couriers whose shift of the day is not over and whose vehicle is not lost, each free when these routes are done. */
    List<DayProblem.Driver> list(Depot depot, LocalDate day, List<Route> given) {
        Set<CourierId> off = new HashSet<>();
        Set<CourierId> on = new HashSet<>();
        for (Shift shift : shifts.list(depot.id(), day)) {
            (shift.state() instanceof ShiftState.Open ? on : off).add(shift.id().courier());
        }
        off.removeAll(on);
        Map<CourierId, Instant> freeFrom = new HashMap<>();
        for (Route route : given) {
            Instant free = route.backAt().plus(settings.promise().reload());
            freeFrom.merge(route.id().courier(), free, (one, other) -> one.isAfter(other) ? one : other);
        }
        List<DayProblem.Driver> drivers = new ArrayList<>();
        for (Courier courier : fleet.listCouriers(depot.id())) {
            if (!off.contains(courier.id()) && !lost.isLost(courier.id(), day)) {
                drivers.add(new DayProblem.Driver(courier, freeFrom.getOrDefault(courier.id(), Instant.EPOCH)));
            }
        }
        drivers.sort(Comparator.comparing(driver -> driver.courier().id().value()));
        return drivers;
    }

    private static DayProblem.ZoneHours hours(@Nullable RestrictedZones zones) {
        return (point, vehicle, day) -> zones == null ? List.of() : zones.bans(point, vehicle, day);
    }
}
