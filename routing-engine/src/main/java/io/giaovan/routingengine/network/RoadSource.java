package io.giaovan.routingengine.network;

/** Where road data comes from. */
public sealed interface RoadSource {
    /**
     * A made-up city.
     *
     * @param seed the same seed gives the same city, byte for byte
     */
    record Generated(long seed) implements RoadSource {}

    /**
     * An OpenStreetMap extract.
     *
     * @param place path or http(s) address of an {@code .osm.pbf}, {@code .osm}, {@code .osm.xml} or {@code .osm.gz} file
     */
    record Extract(String place) implements RoadSource {
        public Extract {
            if (place.isBlank()) {
                throw new IllegalArgumentException("network.source: is blank, a path or an http(s) address is needed");
            }
        }

        public boolean isRemote() {
            return place.startsWith("http://") || place.startsWith("https://");
        }
    }

    /** Reads a setting: blank or {@code city} means the made-up city, anything else is a path or an address. */
    static RoadSource of(String setting, long seed) {
        return setting.isBlank() || "city".equals(setting) ? new Generated(seed) : new Extract(setting);
    }
}
