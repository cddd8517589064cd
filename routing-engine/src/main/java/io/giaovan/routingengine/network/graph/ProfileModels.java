package io.giaovan.routingengine.network.graph;

import static com.graphhopper.json.Statement.ElseIf;
import static com.graphhopper.json.Statement.If;
import static com.graphhopper.json.Statement.Op.LIMIT;
import static com.graphhopper.json.Statement.Op.MULTIPLY;

import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.ImportRegistry;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.routing.ev.Roundabout;
import com.graphhopper.routing.ev.SimpleBooleanEncodedValue;
import com.graphhopper.util.CustomModel;
import io.giaovan.routingengine.network.VehicleProfile;
import java.util.Map;
import java.util.TreeMap;

/**
 * Access and free-flow speed of each vehicle kind. Speeds are those of city streets with their lights and crossings, not the
 * limits on the signs; a lower sign still counts. The weight is plain seconds (no distance influence, nothing made dearer
 * than its time), because travel times are read off the hierarchy.
 */
final class ProfileModels {
    /** Goes into the key of stored imports: raise it whenever anything here or in the parsers changes. */
    static final String VERSION = "2";

    static final String ENCODED_VALUES =
            "car_access, motorbike_access, road_class, road_class_link, road_environment, roundabout, max_speed, hgv, max_weight";

    private static final Map<String, double[]> KMH_BY_CLASS = Map.ofEntries(
            Map.entry("MOTORWAY", new double[] {60, 85, 72}),
            Map.entry("TRUNK", new double[] {42, 48, 42}),
            Map.entry("PRIMARY", new double[] {34, 33, 28}),
            Map.entry("SECONDARY", new double[] {31, 29, 25}),
            Map.entry("TERTIARY", new double[] {28, 25, 21}),
            Map.entry("UNCLASSIFIED", new double[] {24, 20, 16}),
            Map.entry("RESIDENTIAL", new double[] {22, 17, 13}),
            Map.entry("LIVING_STREET", new double[] {16, 11, 8}),
            Map.entry("SERVICE", new double[] {15, 11, 8}));
    private static final double[] KMH_ELSEWHERE = {12, 8, 6};
    private static final double TRUCK_TONNES = 5;

    private ProfileModels() {}

    static Profile profile(VehicleProfile profile) {
        CustomModel model = new CustomModel().setDistanceInfluence(0d);
        switch (profile) {
            case MOTORBIKE -> model.addToPriority(If("!" + MotorbikeAccessParser.ACCESS, MULTIPLY, "0"));
            case VAN -> model.addToPriority(If("!car_access", MULTIPLY, "0"));
            case TRUCK ->
                model.addToPriority(If("!car_access || hgv == NO", MULTIPLY, "0"))
                        .addToPriority(If("max_weight < " + TRUCK_TONNES, MULTIPLY, "0"));
        }
        addSpeeds(model, profile.ordinal());
        return new Profile(profile.key()).setCustomModel(model);
    }

    private static void addSpeeds(CustomModel model, int column) {
        boolean first = true;
        for (Map.Entry<String, double[]> entry : new TreeMap<>(KMH_BY_CLASS).entrySet()) {
            String condition = "road_class == " + entry.getKey();
            String kmh = Double.toString(entry.getValue()[column]);
            model.addToSpeed(first ? If(condition, LIMIT, kmh) : ElseIf(condition, LIMIT, kmh));
            first = false;
        }
        model.addToSpeed(Statement.Else(LIMIT, Double.toString(KMH_ELSEWHERE[column])));
        model.addToSpeed(If("true", LIMIT, "max_speed"));
    }

    /** GraphHopper's own import units and our motorbike access. */
    static ImportRegistry registry() {
        ImportRegistry known = new DefaultImportRegistry();
        return name -> MotorbikeAccessParser.ACCESS.equals(name)
                ? ImportUnit.create(
                        name,
                        _ -> new SimpleBooleanEncodedValue(name, true),
                        (lookup, properties) -> new MotorbikeAccessParser(
                                lookup.getBooleanEncodedValue(name),
                                lookup.getBooleanEncodedValue(Roundabout.KEY),
                                properties),
                        Roundabout.KEY)
                : known.createImportUnit(name);
    }
}
