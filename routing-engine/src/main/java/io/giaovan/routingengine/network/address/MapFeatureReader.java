package io.giaovan.routingengine.network.address;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.cursors.LongCursor;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import com.graphhopper.reader.osm.SkipOptions;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.MapArea;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/** Reads {@link MapFeatures} from an OpenStreetMap file in two passes: ways first, then the nodes they need. */
public final class MapFeatureReader {
    static final int HOUSES_MAX = 500_000;
    static final int SHAPES_MAX = 20_000;

    private record Outline(String name, boolean water, LongArrayList nodes) {}

    private final List<Outline> outlines = new ArrayList<>();
    private final Map<Long, GeoPoint> corners = new HashMap<>();
    private final List<MapFeatures.House> houses = new ArrayList<>();

    private MapFeatureReader() {}

    public static MapFeatures read(Path osmFile) throws IOException {
        MapFeatureReader reader = new MapFeatureReader();
        reader.pass(osmFile, new SkipOptions(true, false, true), reader::takeWay);
        reader.outlines.forEach(outline -> {
            for (LongCursor node : outline.nodes()) {
                reader.corners.put(node.value, new GeoPoint(0, 0));
            }
        });
        reader.pass(osmFile, new SkipOptions(false, true, true), reader::takeNode);
        return new MapFeatures(reader.houses, reader.shapes(true), reader.shapes(false));
    }

    private void pass(Path osmFile, SkipOptions skip, Consumer<ReaderElement> taker) throws IOException {
        try (OSMInputFile input =
                new OSMInputFile(osmFile.toFile()).setSkipOptions(skip).open()) {
            for (ReaderElement element = input.getNext(); element != null; element = input.getNext()) {
                taker.accept(element);
            }
        } catch (XMLStreamException e) {
            throw new IOException("The road data " + osmFile.getFileName() + " is not well-formed XML", e);
        }
    }

    private void takeWay(ReaderElement element) {
        if (!(element instanceof ReaderWay way) || way.getNodes().size() < 2 || outlines.size() >= SHAPES_MAX) {
            return;
        }
        boolean water = way.hasTag("natural", "water") || way.hasTag("waterway", "river", "canal", "riverbank");
        if (water || way.hasTag("boundary", "administrative")) {
            outlines.add(new Outline(way.getTag("name", ""), water, way.getNodes()));
        }
    }

    private void takeNode(ReaderElement element) {
        if (!(element instanceof ReaderNode node)) {
            return;
        }
        corners.computeIfPresent(node.getId(), (_, _) -> new GeoPoint(node.getLat(), node.getLon()));
        String number = node.getTag("addr:housenumber", "");
        String street = node.getTag("addr:street", "");
        if (!number.isEmpty() && !street.isEmpty() && houses.size() < HOUSES_MAX) {
            String ward = node.getTag("addr:subdistrict", node.getTag("addr:quarter", node.getTag("addr:suburb", "")));
            houses.add(new MapFeatures.House(number, street, ward, new GeoPoint(node.getLat(), node.getLon())));
        }
    }

    private List<MapArea> shapes(boolean water) {
        return outlines.stream()
                .filter(outline -> outline.water() == water)
                .map(outline -> {
                    LongArrayList nodes = outline.nodes();
                    List<GeoPoint> points = new ArrayList<>(nodes.size());
                    for (LongCursor node : nodes) {
                        points.add(Objects.requireNonNull(corners.get(node.value)));
                    }
                    return new MapArea(outline.name(), nodes.get(0) == nodes.get(nodes.size() - 1), points);
                })
                .toList();
    }
}
