package io.giaovan.routingengine.network.graph;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.util.WayAccess;
import com.graphhopper.routing.util.parsers.CarAccessParser;
import com.graphhopper.util.PMap;
import java.util.List;
import java.util.Set;

/**
 * Says from OpenStreetMap tags where a motorbike may go, which GraphHopper does not know by itself. The rules of cars hold,
 * with {@code motorcycle} asked before {@code motor_vehicle}; besides, paths too narrow for cars are open where
 * {@code motorcycle} says so, and motorways only where it says so (in Vietnam they are closed to motorbikes).
 */
final class MotorbikeAccessParser extends CarAccessParser {
    static final String ACCESS = "motorbike_access";
    private static final List<String> KEYS = List.of("motorcycle", "motor_vehicle", "vehicle", "access");
    private static final Set<String> NARROW = Set.of("path", "footway", "cycleway", "pedestrian");
    private static final Set<String> ALLOWED = Set.of("yes", "designated", "permissive", "official", "destination");

    MotorbikeAccessParser(BooleanEncodedValue access, BooleanEncodedValue roundabout, PMap properties) {
        super(access, roundabout, properties, KEYS);
    }

    /** True for ways that a car or a motorbike could be allowed on, so that footpaths never enter the graph. */
    static boolean mayBeRoad(ReaderWay way) {
        String highway = way.getTag("highway", "");
        return !NARROW.contains(highway) || "pedestrian".equals(highway) || invitesMotorbikes(way);
    }

    @Override
    public WayAccess getAccess(ReaderWay way) {
        String highway = way.getTag("highway", "");
        if (highway.startsWith("motorway") || way.hasTag("motorroad", "yes")) {
            return invitesMotorbikes(way) ? super.getAccess(way) : WayAccess.CAN_SKIP;
        }
        if (NARROW.contains(highway)) {
            return invitesMotorbikes(way) ? WayAccess.WAY : WayAccess.CAN_SKIP;
        }
        return super.getAccess(way);
    }

    /** A one-way street that motorbikes may use both ways says {@code oneway:motorcycle=no}. */
    @Override
    protected boolean isOneway(ReaderWay way) {
        return !way.hasTag("oneway:motorcycle", "no") && super.isOneway(way);
    }

    private static boolean invitesMotorbikes(ReaderWay way) {
        return ALLOWED.contains(way.getTag("motorcycle", ""));
    }
}
