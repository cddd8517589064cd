package io.giaovan.routingengine.network.graph;

import com.carrotsearch.hppc.IntHashSet;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.MapArea;
import io.giaovan.routingengine.network.RoadBounds;
import io.giaovan.routingengine.network.RoadLine;
import io.giaovan.routingengine.network.RoadMap;
import io.giaovan.routingengine.network.address.MapFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Draws roads out of GraphHopper's graph. */
final class GraphHopperMap implements RoadMap {
    private final BaseGraph graph;
    private final LocationIndex index;
    private final MapFeatures features;
    private final BooleanEncodedValue carAccess;
    private final BooleanEncodedValue motorbikeAccess;
    private final EnumEncodedValue<RoadClass> roadClass;
    private final EnumEncodedValue<RoadEnvironment> environment;

    GraphHopperMap(BaseGraph graph, LocationIndex index, EncodedValueLookup values, MapFeatures features) {
        this.graph = graph;
        this.index = index;
        this.features = features;
        carAccess = values.getBooleanEncodedValue(VehicleAccess.key("car"));
        motorbikeAccess = values.getBooleanEncodedValue(MotorbikeAccessParser.ACCESS);
        roadClass = values.getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
        environment = values.getEnumEncodedValue(RoadEnvironment.KEY, RoadEnvironment.class);
    }

    @Override
    public void roads(RoadBounds box, Consumer<RoadLine> taker) {
        IntHashSet seen = new IntHashSet();
        index.query(new BBox(box.west(), box.east(), box.south(), box.north()), edge -> {
            if (seen.add(edge)) {
                line(graph.getEdgeIteratorState(edge, Integer.MIN_VALUE), taker);
            }
        });
    }

    @Override
    public List<MapArea> water() {
        return features.water();
    }

    @Override
    public List<MapArea> wards() {
        return features.wards();
    }

    private void line(EdgeIteratorState edge, Consumer<RoadLine> taker) {
        boolean cars = edge.get(carAccess) || edge.getReverse(carAccess);
        BooleanEncodedValue access = cars ? carAccess : motorbikeAccess;
        boolean there = edge.get(access);
        boolean back = edge.getReverse(access);
        if (!there && !back) {
            return;
        }
        PointList shape = edge.fetchWayGeometry(FetchMode.ALL);
        List<GeoPoint> points = new ArrayList<>(shape.size());
        for (int i = 0; i < shape.size(); i++) {
            int at = there ? i : shape.size() - 1 - i;
            points.add(new GeoPoint(shape.getLat(at), shape.getLon(at)));
        }
        taker.accept(new RoadLine(
                edge.getName(),
                cars ? edge.get(roadClass).toString() : "alley",
                there != back,
                edge.get(environment) == RoadEnvironment.BRIDGE,
                points));
    }
}
