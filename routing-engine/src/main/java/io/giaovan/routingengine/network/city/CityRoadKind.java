package io.giaovan.routingengine.network.city;

import java.util.Map;

/** Kinds of road in a made-up city, widest first, with the tags that say so in OpenStreetMap. */
public enum CityRoadKind {
    RING(Map.of("highway", "trunk", "maxspeed", "60")),
    AVENUE(Map.of("highway", "primary", "maxspeed", "50")),
    MAIN_STREET(Map.of("highway", "secondary", "maxspeed", "50")),
    STREET(Map.of("highway", "tertiary")),
    /** Closed to heavy goods vehicles. */
    SIDE_STREET(Map.of("highway", "residential", "hgv", "no")),
    /** A lane that a van just fits in. */
    LANE(Map.of("highway", "service", "hgv", "no")),
    /** Only a motorbike gets through. */
    ALLEY(Map.of("highway", "service", "service", "alley", "motor_vehicle", "no", "motorcycle", "yes"));

    private final Map<String, String> tags;

    CityRoadKind(Map<String, String> tags) {
        this.tags = tags;
    }

    Map<String, String> tags() {
        return tags;
    }

    boolean carriesCars() {
        return this != ALLEY;
    }
}
