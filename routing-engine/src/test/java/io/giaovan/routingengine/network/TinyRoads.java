package io.giaovan.routingengine.network;

import io.giaovan.routingengine.network.graph.RoadNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two streets from A by B to C, about 2.5 km, and a connection of wanted tags straight from A to C, about 1.1 km, which every
 * vehicle that may use it prefers.
 */
public final class TinyRoads {
    public static final String OPEN_ROADS = osm("");

    private TinyRoads() {}

    public static String osm(String tagsOfConnection) {
        StringBuilder tags = new StringBuilder();
        for (String tag : tagsOfConnection.split(" ")) {
            if (!tag.isEmpty()) {
                String[] parts = tag.split("=", 2);
                tags.append("<tag k='")
                        .append(parts[0])
                        .append("' v='")
                        .append(parts[1])
                        .append("'/>");
            }
        }
        return """
                <?xml version='1.0' encoding='UTF-8'?>
                <osm version='0.6'>
                <node id='1' lat='10.8000' lon='106.7000'/>
                <node id='2' lat='10.8100' lon='106.7050'/>
                <node id='3' lat='10.8000' lon='106.7100'/>
                <node id='4' lat='10.8150' lon='106.7050'/>
                <way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='residential'/><tag k='name' v='Lê Mẫu'/></way>
                <way id='2'><nd ref='2'/><nd ref='3'/><tag k='highway' v='residential'/><tag k='name' v='Lê Mẫu'/></way>
                <way id='3'><nd ref='2'/><nd ref='4'/><tag k='highway' v='residential'/></way>
                <way id='4'><nd ref='1'/><nd ref='3'/>%s</way>
                </osm>
                """.formatted(tags).strip();
    }

    public static RoadGraph open(String osm, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("tiny.osm"), osm);
        return RoadNetworks.open(new RoadSource.Extract(file.toString()), folder, RoadLimits.DEFAULT);
    }
}
