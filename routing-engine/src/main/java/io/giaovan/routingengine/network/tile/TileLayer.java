package io.giaovan.routingengine.network.tile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * One layer of a vector tile, written by the Mapbox Vector Tile Specification 2.1 (read 2026-11-24). Lines and areas only.
 */
final class TileLayer {
    private static final int VERSION = 2;
    private static final int LINE = 2;
    private static final int AREA = 3;
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private final WireBuffer features = new WireBuffer();
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private final String name;
    private boolean empty = true;

    TileLayer(String name) {
        this.name = name;
    }

    boolean isEmpty() {
        return empty;
    }

    /**
     * Adds each line or area in the geometry as a feature.
     *
     * @param shape in tile units
     * @param tags values are strings or booleans
     */
    void add(Geometry shape, Map<String, Object> tags) {
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            if (shape.getGeometryN(part) instanceof LineString line) {
                WireBuffer commands = new WireBuffer();
                new Pen(commands).draw(line.getCoordinates(), false);
                add(LINE, commands, tags);
            } else if (shape.getGeometryN(part) instanceof Polygon area) {
                WireBuffer commands = new WireBuffer();
                Pen pen = new Pen(commands);
                pen.draw(turned(area.getExteriorRing().getCoordinates(), true), true);
                for (int hole = 0; hole < area.getNumInteriorRing(); hole++) {
                    pen.draw(turned(area.getInteriorRingN(hole).getCoordinates(), false), true);
                }
                add(AREA, commands, tags);
            }
        }
    }

    WireBuffer toMessage() {
        WireBuffer layer = new WireBuffer().number(15, VERSION).text(1, name).number(5, TileAddress.EXTENT);
        keys.keySet().forEach(key -> layer.text(3, key));
        values.keySet().forEach(value -> layer.message(4, value(value)));
        return layer.append(features);
    }

    private static WireBuffer value(Object value) {
        return value instanceof Boolean flag
                ? new WireBuffer().number(7, flag ? 1 : 0)
                : new WireBuffer().text(1, value.toString());
    }

    private void add(int type, WireBuffer commands, Map<String, Object> tags) {
        WireBuffer numbers = new WireBuffer();
        tags.forEach((key, value) -> numbers.varint(keys.computeIfAbsent(key, _ -> keys.size()))
                .varint(values.computeIfAbsent(value, _ -> values.size())));
        features.message(2, new WireBuffer().packed(2, numbers).number(3, type).packed(4, commands));
        empty = false;
    }

    /** Outer rings run so that the shoelace sum is positive in tile units, holes the other way round. */
    private static Coordinate[] turned(Coordinate[] ring, boolean outer) {
        double twiceArea = 0;
        for (int i = 1; i < ring.length; i++) {
            twiceArea += ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
        }
        if (twiceArea > 0 == outer) {
            return ring;
        }
        Coordinate[] reversed = new Coordinate[ring.length];
        for (int i = 0; i < ring.length; i++) {
            reversed[i] = ring[ring.length - 1 - i];
        }
        return reversed;
    }

    /** Draws with relative moves, as the format wants; it stays where the last line ended. */
    private static final class Pen {
        private final WireBuffer commands;
        private long x;
        private long y;

        Pen(WireBuffer commands) {
            this.commands = commands;
        }

        void draw(Coordinate[] points, boolean closed) {
            int count = closed ? points.length - 1 : points.length;
            commands.varint(1 << 3 | MOVE_TO);
            move(points[0]);
            commands.varint((long) (count - 1) << 3 | LINE_TO);
            for (int i = 1; i < count; i++) {
                move(points[i]);
            }
            if (closed) {
                commands.varint(1 << 3 | CLOSE_PATH);
            }
        }

        private void move(Coordinate to) {
            long nextX = Math.round(to.x);
            long nextY = Math.round(to.y);
            zigzag(nextX - x);
            zigzag(nextY - y);
            x = nextX;
            y = nextY;
        }

        private void zigzag(long value) {
            commands.varint(value << 1 ^ value >> 63);
        }
    }
}
