package io.giaovan.routingengine.network.city;

import io.giaovan.contracts.place.GeoPoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Writes a made-up city as OpenStreetMap XML, the same bytes for the same city. */
public final class CityXml {
    private final StringBuilder out = new StringBuilder(4 << 20);
    private final List<Area> areas = new ArrayList<>();
    private long lastNode;

    /** A closed line to be written after all nodes are. */
    private record Area(Map<String, String> tags, long firstNode, int corners) {}

    private CityXml() {}

    public static byte[] bytes(CityPlan city) {
        CityXml xml = new CityXml();
        xml.write(city);
        return xml.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(CityPlan city) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" generator=\"giaovan\">\n");
        BitSet used = new BitSet();
        city.ways().forEach(way -> way.nodes().forEach(used::set));
        for (int node = 0; node < city.nodes().size(); node++) {
            if (used.get(node)) {
                node(node + 1L, city.nodes().get(node), Map.of());
            }
        }
        lastNode = city.nodes().size();
        for (CityHouse house : city.houses()) {
            node(
                    ++lastNode,
                    house.point(),
                    Map.of(
                            "addr:housenumber", house.number(),
                            "addr:street", house.street(),
                            "addr:subdistrict", house.ward()));
        }
        area(Map.of("natural", "water", "water", "river", "name", "Sông Mẫu"), city.river());
        for (CityWard ward : city.wards()) {
            area(Map.of("boundary", "administrative", "admin_level", "6", "name", ward.name()), ward.outline());
        }
        long wayId = 0;
        for (CityWay way : city.ways()) {
            way(++wayId, way.nodes().stream().map(node -> node + 1L).toList(), tags(way));
        }
        for (Area area : areas) {
            List<Long> corners = new ArrayList<>(IntStream.range(0, area.corners())
                    .mapToObj(corner -> area.firstNode() + corner)
                    .toList());
            corners.add(area.firstNode());
            way(++wayId, corners, area.tags());
        }
        out.append("</osm>\n");
    }

    private static Map<String, String> tags(CityWay way) {
        Map<String, String> tags = new TreeMap<>(way.kind().tags());
        tags.put("name", way.name());
        if (way.oneWay()) {
            tags.put("oneway", "yes");
        }
        if (way.bridge()) {
            tags.put("bridge", "yes");
            tags.put("layer", "1");
        }
        return tags;
    }

    private void area(Map<String, String> tags, List<GeoPoint> outline) {
        areas.add(new Area(tags, lastNode + 1, outline.size()));
        outline.forEach(corner -> node(++lastNode, corner, Map.of()));
    }

    private void node(long id, GeoPoint point, Map<String, String> tags) {
        out.append("<node id=\"").append(id).append("\" version=\"1\" lat=\"");
        degrees(point.lat());
        out.append("\" lon=\"");
        degrees(point.lon());
        if (tags.isEmpty()) {
            out.append("\"/>\n");
        } else {
            out.append("\">");
            tags(tags);
            out.append("</node>\n");
        }
    }

    private void way(long id, List<Long> nodes, Map<String, String> tags) {
        out.append("<way id=\"").append(id).append("\" version=\"1\">");
        nodes.forEach(node -> out.append("<nd ref=\"").append(node).append("\"/>"));
        tags(tags);
        out.append("</way>\n");
    }

    /** In the order of their keys, because a map's own order differs between runs. */
    private void tags(Map<String, String> tags) {
        new TreeMap<>(tags)
                .forEach((key, value) -> out.append("<tag k=\"")
                        .append(key)
                        .append("\" v=\"")
                        .append(escaped(value))
                        .append("\"/>"));
    }

    /** Seven decimals, written without a formatter so that no locale can interfere. */
    private void degrees(double value) {
        long units = StrictMath.round(value * 1e7);
        String digits = Long.toString(10_000_000 + Math.abs(units % 10_000_000)).substring(1);
        out.append(units < 0 ? "-" : "")
                .append(Math.abs(units / 10_000_000))
                .append('.')
                .append(digits);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
