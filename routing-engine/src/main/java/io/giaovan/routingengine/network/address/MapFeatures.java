package io.giaovan.routingengine.network.address;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.MapArea;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is taken from road data besides roads: house numbers, water and wards. Kept in a small file beside the imported graph.
 *
 * @param houses addresses with a point
 * @param water lakes and rivers, as areas or lines
 * @param wards boundaries with names
 */
public record MapFeatures(List<House> houses, List<MapArea> water, List<MapArea> wards) {
    private static final int FORMAT = 1;

    /** A house number on a street, with its ward when the data says so (else empty). */
    record House(String number, String street, String ward, GeoPoint point) {}

    public MapFeatures {
        houses = List.copyOf(houses);
        water = List.copyOf(water);
        wards = List.copyOf(wards);
    }

    public void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(FORMAT);
            out.writeInt(houses.size());
            for (House house : houses) {
                out.writeUTF(house.number());
                out.writeUTF(house.street());
                out.writeUTF(house.ward());
                writePoint(out, house.point());
            }
            writeShapes(out, water);
            writeShapes(out, wards);
        }
    }

    public static MapFeatures read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int format = in.readInt();
            if (format != FORMAT) {
                throw new IOException("Map features in " + file + " have format " + format + ", wanted is " + FORMAT);
            }
            int count = in.readInt();
            List<House> houses = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                houses.add(new House(in.readUTF(), in.readUTF(), in.readUTF(), readPoint(in)));
            }
            return new MapFeatures(houses, readShapes(in), readShapes(in));
        }
    }

    private static void writeShapes(DataOutputStream out, List<MapArea> shapes) throws IOException {
        out.writeInt(shapes.size());
        for (MapArea shape : shapes) {
            out.writeUTF(shape.name());
            out.writeBoolean(shape.closed());
            out.writeInt(shape.points().size());
            for (GeoPoint point : shape.points()) {
                writePoint(out, point);
            }
        }
    }

    private static List<MapArea> readShapes(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<MapArea> shapes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            boolean closed = in.readBoolean();
            int size = in.readInt();
            List<GeoPoint> points = new ArrayList<>(size);
            for (int p = 0; p < size; p++) {
                points.add(readPoint(in));
            }
            shapes.add(new MapArea(name, closed, points));
        }
        return shapes;
    }

    private static void writePoint(DataOutputStream out, GeoPoint point) throws IOException {
        out.writeDouble(point.lat());
        out.writeDouble(point.lon());
    }

    private static GeoPoint readPoint(DataInputStream in) throws IOException {
        return new GeoPoint(in.readDouble(), in.readDouble());
    }
}
