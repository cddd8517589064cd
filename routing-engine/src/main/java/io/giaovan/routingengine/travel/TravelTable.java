package io.giaovan.routingengine.travel;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.RoadCost;
import io.giaovan.routingengine.network.RoadHierarchy;
import io.giaovan.routingengine.network.RoadPosition;
import io.giaovan.routingengine.network.RoadSnapshot;
import io.giaovan.routingengine.network.VehicleProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Travel between a growing set of points under one snapshot of the roads. A new point costs one row and one column; what is
 * known is never searched again. Not safe for use by several threads.
 */
public final class TravelTable {
    /** So many new points are searched for one by one. */
    private static final int FEW = 8;

    private static final int FANS_KEPT = 4;

    private final RoadSnapshot roads;
    private final VehicleProfile profile;
    private final ManyToMany search;
    private final RoadHierarchy reversed;
    private final Map<List<GeoPoint>, RoadFans> fans = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<GeoPoint>, RoadFans> eldest) {
            return size() > FANS_KEPT;
        }
    };
    private final Map<GeoPoint, Integer> places = new HashMap<>();
    private final List<@Nullable RoadPosition> positions = new ArrayList<>();
    /** Row-major with {@code stride} columns, of which the first {@code positions.size()} are in use. */
    private int[] seconds = new int[0];

    private int[] metres = new int[0];
    private int stride;

    public TravelTable(RoadSnapshot roads, VehicleProfile profile) {
        this.roads = roads;
        this.profile = profile;
        search = new ManyToMany(roads.hierarchy(profile));
        reversed = roads.hierarchy(profile).reversed();
    }

    public RoadSnapshot roads() {
        return roads;
    }

    public int size() {
        return positions.size();
    }

    public boolean knows(GeoPoint point) {
        return places.containsKey(point);
    }

    /** Adds the points that are not there yet. */
    public void add(List<GeoPoint> points) {
        int old = positions.size();
        for (GeoPoint point : new LinkedHashSet<>(points)) {
            if (places.putIfAbsent(point, positions.size()) == null) {
                positions.add(roads.position(profile, point).orElse(null));
            }
        }
        if (positions.size() == old) {
            return;
        }
        grow(old);
        @Nullable RoadPosition[] all = positions.toArray(new RoadPosition[0]);
        @Nullable RoadPosition[] before = Arrays.copyOf(all, old);
        @Nullable RoadPosition[] added = Arrays.copyOfRange(all, old, all.length);
        if (old > 0 && added.length <= FEW) {
            few(before, added, old);
            return;
        }
        search.search(added, all, (start, end, cost) -> put(old + start, end, cost));
        if (old > 0) {
            search.search(before, added, (start, end, cost) -> put(start, old + end, cost));
        }
    }

    private void few(@Nullable RoadPosition[] before, @Nullable RoadPosition[] added, int old) {
        RoadFans fans = new RoadFans(roads.hierarchy(profile), reversed, Arrays.asList(before));
        for (int i = 0; i < added.length; i++) {
            RoadPosition centre = added[i];
            int place = old + i;
            if (centre != null) {
                fans.search(centre, (other, out, back) -> {
                    put(place, other, out);
                    put(other, place, back);
                });
            }
        }
        search.search(added, added, (start, end, cost) -> put(old + start, old + end, cost));
    }

    /**
     * Travel between a point that need not be known and others, both ways. Nothing is remembered of the point; of the latest
     * {@value #FANS_KEPT} lists of others what lies above them is.
     */
    public TravelFan fanOf(GeoPoint point, List<GeoPoint> others) {
        RoadFans ready = fans.get(others);
        if (ready == null) {
            List<@Nullable RoadPosition> there = new ArrayList<>();
            others.forEach(other -> there.add(roads.position(profile, other).orElse(null)));
            ready = new RoadFans(roads.hierarchy(profile), reversed, there);
            fans.put(List.copyOf(others), ready);
        }
        int size = others.size();
        TravelFan fan = new TravelFan(new int[size], new int[size], new int[size], new int[size]);
        for (int[] empty : List.of(fan.outSeconds(), fan.outMetres(), fan.backSeconds(), fan.backMetres())) {
            Arrays.fill(empty, TravelMatrix.UNREACHABLE);
        }
        RoadPosition centre = roads.position(profile, point).orElse(null);
        if (centre != null) {
            ready.search(centre, (other, out, back) -> {
                if (out < RoadCost.NONE) {
                    fan.outSeconds()[other] = RoadCost.seconds(out);
                    fan.outMetres()[other] = RoadCost.metres(out);
                }
                if (back < RoadCost.NONE) {
                    fan.backSeconds()[other] = RoadCost.seconds(back);
                    fan.backMetres()[other] = RoadCost.metres(back);
                }
            });
        }
        for (int i = 0; i < size; i++) {
            if (others.get(i).equals(point)) {
                fan.outSeconds()[i] = 0;
                fan.outMetres()[i] = 0;
                fan.backSeconds()[i] = 0;
                fan.backMetres()[i] = 0;
            }
        }
        return fan;
    }

    /** Travel between points that were all added before, in the order given. */
    public TravelMatrix matrix(List<GeoPoint> points) {
        int size = points.size();
        int[] place = points.stream()
                .mapToInt(point -> Objects.requireNonNull(places.get(point), "the point was never added"))
                .toArray();
        int[] between = new int[size * size];
        int[] length = new int[size * size];
        for (int from = 0; from < size; from++) {
            int row = place[from] * stride;
            for (int to = 0; to < size; to++) {
                between[from * size + to] = seconds[row + place[to]];
                length[from * size + to] = metres[row + place[to]];
            }
        }
        return new TravelMatrix(size, between, length);
    }

    /** Travel between one point and others that were all added before, both ways. */
    public TravelFan fan(GeoPoint point, List<GeoPoint> others) {
        int size = others.size();
        int centre = Objects.requireNonNull(places.get(point), "the point was never added");
        TravelFan fan = new TravelFan(new int[size], new int[size], new int[size], new int[size]);
        for (int i = 0; i < size; i++) {
            int other = Objects.requireNonNull(places.get(others.get(i)), "the point was never added");
            fan.outSeconds()[i] = seconds[centre * stride + other];
            fan.outMetres()[i] = metres[centre * stride + other];
            fan.backSeconds()[i] = seconds[other * stride + centre];
            fan.backMetres()[i] = metres[other * stride + centre];
        }
        return fan;
    }

    private void grow(int old) {
        int needed = positions.size();
        if (needed > stride) {
            int wider = old == 0 ? needed : Math.max(needed, stride + stride / 4 + 16);
            seconds = widened(seconds, old, wider);
            metres = widened(metres, old, wider);
            stride = wider;
        }
        for (int i = 0; i < needed; i++) {
            int begin = i < old ? old : 0;
            Arrays.fill(seconds, i * stride + begin, i * stride + needed, TravelMatrix.UNREACHABLE);
            Arrays.fill(metres, i * stride + begin, i * stride + needed, TravelMatrix.UNREACHABLE);
        }
        for (int i = old; i < needed; i++) {
            seconds[i * stride + i] = 0;
            metres[i * stride + i] = 0;
        }
    }

    private int[] widened(int[] narrow, int rows, int wider) {
        int[] wide = new int[wider * wider];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(narrow, row * stride, wide, row * wider, rows);
        }
        return wide;
    }

    private void put(int from, int to, long cost) {
        if (cost < RoadCost.NONE) {
            seconds[from * stride + to] = RoadCost.seconds(cost);
            metres[from * stride + to] = RoadCost.metres(cost);
        }
    }
}
