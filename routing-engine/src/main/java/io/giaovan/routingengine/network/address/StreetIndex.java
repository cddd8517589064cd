package io.giaovan.routingengine.network.address;

import com.carrotsearch.hppc.IntArrayList;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import io.giaovan.contracts.place.GeoPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds addresses among the streets and house numbers of the road data. A known house number is answered exactly, one between
 * known neighbours by its share of the way, and a street without numbers by its middle.
 */
public final class StreetIndex {
    private static final Pattern LINE =
            Pattern.compile("^(?:so |nha )*(?:hem |ngo )?([0-9]+[a-z]?(?:/[0-9]+[a-z]?)*) (.+)$");

    private static final Pattern NUMBER_AND_COMMA = Pattern.compile("^(\\D{0,6}[0-9][0-9A-Za-z/]*)\\s*,");

    private record House(String number, int leading, String ward, GeoPoint point) {}

    private final BaseGraph graph;
    private final Map<String, List<House>> housesByStreet = new HashMap<>();
    private final Map<String, IntArrayList> edgesByStreet = new HashMap<>();

    private StreetIndex(BaseGraph graph) {
        this.graph = graph;
    }

    public static StreetIndex of(BaseGraph graph, MapFeatures features) {
        StreetIndex index = new StreetIndex(graph);
        for (MapFeatures.House house : features.houses()) {
            String number = PlainName.fold(house.number());
            index.housesByStreet
                    .computeIfAbsent(PlainName.street(house.street()), _ -> new ArrayList<>())
                    .add(new House(number, leading(number), PlainName.ward(house.ward()), house.point()));
        }
        AllEdgesIterator edge = graph.getAllEdges();
        while (edge.next()) {
            String name = edge.getName();
            if (!name.isEmpty()) {
                index.edgesByStreet
                        .computeIfAbsent(PlainName.street(name), _ -> new IntArrayList())
                        .add(edge.getEdge());
            }
        }
        return index;
    }

    /** Looks for number and street in what stands before further commas; the ward decides between streets of one name. */
    public Optional<GeoPoint> find(String line, String ward) {
        String first = PlainName.fold(
                NUMBER_AND_COMMA.matcher(line).replaceFirst("$1 ").split(",", 2)[0]);
        Matcher numbered = LINE.matcher(first);
        if (!numbered.matches()) {
            return middleOf(PlainName.street(first));
        }
        String number = numbered.group(1);
        String street = PlainName.street(numbered.group(2));
        List<House> all = housesByStreet.getOrDefault(street, List.of());
        String plainWard = PlainName.ward(ward);
        List<House> inWard =
                all.stream().filter(house -> house.ward().equals(plainWard)).toList();
        return exact(inWard, number)
                .or(() -> exact(all, number))
                .or(() -> between(inWard.isEmpty() ? all : inWard, leading(number)))
                .or(() -> middleOf(street));
    }

    private static Optional<GeoPoint> exact(List<House> houses, String number) {
        return houses.stream()
                .filter(house -> house.number().equals(number))
                .map(House::point)
                .findFirst();
    }

    private static Optional<GeoPoint> between(List<House> houses, int number) {
        List<House> sameSide = houses.stream()
                .filter(house ->
                        house.leading() % 2 == number % 2 && !house.number().contains("/"))
                .toList();
        Optional<House> below = sameSide.stream()
                .filter(house -> house.leading() <= number)
                .max(Comparator.comparingInt(House::leading));
        Optional<House> above = sameSide.stream()
                .filter(house -> house.leading() >= number)
                .min(Comparator.comparingInt(House::leading));
        if (below.isEmpty() || above.isEmpty()) {
            return below.or(() -> above).map(House::point);
        }
        int span = above.get().leading() - below.get().leading();
        double share = span == 0 ? 0 : (number - below.get().leading()) / (double) span;
        GeoPoint a = below.get().point();
        GeoPoint b = above.get().point();
        return Optional.of(new GeoPoint(a.lat() + share * (b.lat() - a.lat()), a.lon() + share * (b.lon() - a.lon())));
    }

    private Optional<GeoPoint> middleOf(String street) {
        IntArrayList edges = edgesByStreet.get(street);
        if (edges == null) {
            return Optional.empty();
        }
        PointList shape = graph.getEdgeIteratorState(edges.get(edges.size() / 2), Integer.MIN_VALUE)
                .fetchWayGeometry(FetchMode.ALL);
        int middle = shape.size() / 2;
        return Optional.of(new GeoPoint(shape.getLat(middle), shape.getLon(middle)));
    }

    private static int leading(String number) {
        int end = 0;
        while (end < number.length() && end < 6 && Character.isDigit(number.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(number.substring(0, end));
    }
}
