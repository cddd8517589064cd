package io.giaovan.routingengine.network;

import java.util.Locale;

/** The kinds of vehicle that roads are prepared for. Each has its own access rules and speeds. */
public enum VehicleProfile {
    /** May use alleys too narrow for cars, keeps off motorways, and respects {@code motorcycle=no}. */
    MOTORBIKE,
    VAN,
    /** Goods vehicle: slower, and kept off roads closed to heavy goods. */
    TRUCK;

    /** Lower-case name, as it appears in settings, commands and APIs. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #key()} in any letter case. */
    public static VehicleProfile of(String key) {
        for (VehicleProfile profile : values()) {
            if (profile.name().equalsIgnoreCase(key)) {
                return profile;
            }
        }
        throw new IllegalArgumentException("profile: '" + key + "' is not one of motorbike, van, truck");
    }
}
