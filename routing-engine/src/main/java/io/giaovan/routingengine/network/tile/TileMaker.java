package io.giaovan.routingengine.network.tile;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.MapArea;
import io.giaovan.routingengine.network.RoadLine;
import io.giaovan.routingengine.network.RoadMap;
import io.giaovan.routingengine.network.zone.RestrictedZone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Cuts vector tiles (Mapbox Vector Tile 2) out of the road data. Layers: {@code water} and {@code wards} with {@code name},
 * {@code roads} with {@code class}, {@code name}, {@code oneway}, {@code bridge}, and {@code zones} with {@code id},
 * {@code name}, {@code closed}.
 */
final class TileMaker {
    private static final int LAYERS = 3;
    private static final double MARGIN = 1.0 / 32;
    /** From which zoom on a kind of road is drawn; the rest from {@value #OTHER_ROADS_ZOOM} on. */
    private static final Map<String, Integer> ROAD_ZOOM = Map.of(
            "motorway",
            10,
            "trunk",
            10,
            "primary",
            10,
            "secondary",
            11,
            "tertiary",
            12,
            "unclassified",
            13,
            "residential",
            13,
            "living_street",
            13);

    private static final int OTHER_ROADS_ZOOM = 14;

    private final GeometryFactory geometry = new GeometryFactory();
    private final Geometry frame;
    private final Envelope frameBox;
    private final TileAddress address;

    private TileMaker(TileAddress address) {
        this.address = address;
        double margin = MARGIN * TileAddress.EXTENT;
        frameBox = new Envelope(-margin, TileAddress.EXTENT + margin, -margin, TileAddress.EXTENT + margin);
        frame = geometry.toGeometry(frameBox);
    }

    static byte[] tile(TileAddress address, RoadMap map, List<RestrictedZone> zones) {
        TileMaker maker = new TileMaker(address);
        WireBuffer tile = new WireBuffer();
        for (TileLayer layer : List.of(
                maker.areas("water", map.water()),
                maker.areas("wards", map.wards()),
                maker.roads(map),
                maker.zones(zones))) {
            if (!layer.isEmpty()) {
                tile.message(LAYERS, layer.toMessage());
            }
        }
        return tile.toBytes();
    }

    private TileLayer areas(String name, List<MapArea> areas) {
        TileLayer layer = new TileLayer(name);
        for (MapArea area : areas) {
            Map<String, Object> tags = new LinkedHashMap<>();
            if (!area.name().isEmpty()) {
                tags.put("name", area.name());
            }
            Coordinate[] corners = places(area.points());
            Optional<Geometry> whole = area.closed() ? polygon(corners) : line(corners);
            whole.flatMap(this::clipped).ifPresent(shape -> layer.add(shape, tags));
        }
        return layer;
    }

    private TileLayer roads(RoadMap map) {
        TileLayer layer = new TileLayer("roads");
        map.roads(address.bounds(MARGIN), road -> {
            if (ROAD_ZOOM.getOrDefault(road.kind(), OTHER_ROADS_ZOOM) <= address.zoom()) {
                line(places(road.points())).flatMap(this::clipped).ifPresent(shape -> layer.add(shape, tags(road)));
            }
        });
        return layer;
    }

    private static Map<String, Object> tags(RoadLine road) {
        Map<String, Object> tags = new LinkedHashMap<>();
        tags.put("class", road.kind());
        if (!road.name().isEmpty()) {
            tags.put("name", road.name());
        }
        tags.put("oneway", road.oneWay());
        tags.put("bridge", road.bridge());
        return tags;
    }

    private TileLayer zones(List<RestrictedZone> zones) {
        TileLayer layer = new TileLayer("zones");
        for (RestrictedZone zone : zones) {
            List<GeoPoint> ring = new ArrayList<>(zone.outline());
            ring.add(zone.outline().getFirst());
            Map<String, Object> tags = new LinkedHashMap<>();
            tags.put("id", zone.id().value());
            tags.put("name", zone.name());
            tags.put("closed", zone.closesRoads());
            polygon(places(ring)).flatMap(this::clipped).ifPresent(shape -> layer.add(shape, tags));
        }
        return layer;
    }

    /** Points in tile units, without those that fall on the one before. */
    private Coordinate[] places(List<GeoPoint> points) {
        List<Coordinate> places = new ArrayList<>(points.size());
        for (GeoPoint point : points) {
            Coordinate place = address.place(point);
            if (places.isEmpty() || !place.equals2D(places.getLast())) {
                places.add(place);
            }
        }
        return places.toArray(Coordinate[]::new);
    }

    private Optional<Geometry> line(Coordinate[] places) {
        return places.length < 2 ? Optional.empty() : Optional.of(geometry.createLineString(places));
    }

    private Optional<Geometry> polygon(Coordinate[] ring) {
        if (ring.length < 4) {
            return Optional.empty();
        }
        Polygon polygon = geometry.createPolygon(ring);
        return Optional.of(polygon.isValid() ? polygon : polygon.buffer(0));
    }

    private Optional<Geometry> clipped(Geometry whole) {
        if (frameBox.contains(whole.getEnvelopeInternal())) {
            return Optional.of(whole);
        }
        if (!frameBox.intersects(whole.getEnvelopeInternal())) {
            return Optional.empty();
        }
        return Optional.of(whole.intersection(frame)).filter(part -> !part.isEmpty());
    }
}
