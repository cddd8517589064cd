package io.giaovan.routingengine.network.city;

import static io.giaovan.routingengine.network.city.CityTerrain.LINES;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.city.CityTerrain.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The streets on their bent grid. Line {@code k} runs west to east when {@code across}, else south to north; its block
 * {@code b} joins crossings {@code b} and {@code b + 1}. Each block has a point half-way, where alleys may begin.
 */
final class CityGrid {
    /** Lines that cross the river: four bridges. */
    private static final List<Integer> BRIDGE_LINES = List.of(10, 25, 35, 40);

    private static final int RING_FIRST = 10;
    private static final int RING_LAST = 40;
    private static final double SIDE_STREETS_MISSING = 0.12;

    /** One block of a street, in the direction of its line. */
    record Block(int start, int middle, int end, CityRoadKind kind, boolean bridge) {}

    private record Key(boolean across, int line, int block) {}

    private final CityTerrain terrain;
    private final Random random;
    private final List<Spot> spots = new ArrayList<>();
    private final int[][] crossing = new int[LINES][LINES];
    private final Map<Key, Block> blocks = new HashMap<>();

    CityGrid(CityTerrain terrain, Random random) {
        this.terrain = terrain;
        this.random = random;
        for (int column = 0; column < LINES; column++) {
            for (int row = 0; row < LINES; row++) {
                Spot spot = jittered(terrain.bent(column, row), isMain(column) || isMain(row) ? 4 : 14);
                crossing[column][row] = terrain.isRiver(spot) ? -1 : add(spot);
            }
        }
        for (int line = 0; line < LINES; line++) {
            CityRoadKind across = ordinaryKind(line);
            CityRoadKind along = ordinaryKind(line);
            for (int block = 0; block + 1 < LINES; block++) {
                lay(true, line, block, across);
                lay(false, line, block, along);
            }
        }
    }

    int add(Spot spot) {
        spots.add(spot);
        return spots.size() - 1;
    }

    Spot spot(int node) {
        return spots.get(node);
    }

    @Nullable
    Block block(boolean across, int line, int block) {
        return blocks.get(new Key(across, line, block));
    }

    /** The node where a column and a row cross, or −1 in the river. */
    int crossing(int column, int row) {
        return crossing[column][row];
    }

    List<GeoPoint> nodes() {
        return spots.stream().map(terrain::onEarth).toList();
    }

    Spot jittered(Spot spot, double metres) {
        return spot.moved((random.nextDouble() * 2 - 1) * metres, (random.nextDouble() * 2 - 1) * metres);
    }

    static boolean isMain(int line) {
        return line % 5 == 0;
    }

    private CityRoadKind ordinaryKind(int line) {
        if (line % 10 == 5) {
            return CityRoadKind.AVENUE;
        }
        if (line % 10 == 0) {
            return CityRoadKind.MAIN_STREET;
        }
        return random.nextInt(10) < 3 ? CityRoadKind.STREET : CityRoadKind.SIDE_STREET;
    }

    private void lay(boolean across, int line, int block, CityRoadKind ordinary) {
        int start = across ? crossing[block][line] : crossing[line][block];
        int end = across ? crossing[block + 1][line] : crossing[line][block + 1];
        boolean onRing = (line == RING_FIRST || line == RING_LAST) && block >= RING_FIRST && block < RING_LAST;
        CityRoadKind kind = onRing ? CityRoadKind.RING : ordinary;
        boolean missing = random.nextDouble() < SIDE_STREETS_MISSING && kind == CityRoadKind.SIDE_STREET;
        if (start < 0 || missing) {
            return;
        }
        if (across && BRIDGE_LINES.contains(line)) {
            int far = block + 1;
            while (far < LINES && crossing[far][line] < 0) {
                far++;
            }
            if (far < LINES) {
                join(true, line, block, start, crossing[far][line], kind);
            }
        } else if (end >= 0 && !wet(start, end)) {
            join(across, line, block, start, end, kind);
        }
    }

    private void join(boolean across, int line, int block, int start, int end, CityRoadKind kind) {
        boolean bridge = wet(start, end);
        Spot half = spots.get(start).towards(spots.get(end), 0.5);
        int middle = add(bridge ? half : jittered(half, isMain(line) ? 3 : 7));
        blocks.put(new Key(across, line, block), new Block(start, middle, end, kind, bridge));
    }

    private boolean wet(int start, int end) {
        for (double share = 0.1; share < 1; share += 0.1) {
            if (terrain.isRiver(spots.get(start).towards(spots.get(end), share))) {
                return true;
            }
        }
        return false;
    }
}
