package io.giaovan.routingengine.network.city;

import static io.giaovan.routingengine.network.city.CityTerrain.LINES;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.city.CityTerrain.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes a city from a seed: named streets on a bent grid, one-way streets in the middle, alleys inside the blocks, wards and
 * house numbers. Every street that carries cars can be reached from every other.
 */
public final class CityGenerator {
    /** Goes into the name of stored cities: raise it whenever the same seed would give another city. */
    public static final int VERSION = 1;

    private static final int WARD_LINES = 10;
    private static final int CENTRE_FIRST = 16;
    private static final int CENTRE_LAST = 34;
    private static final double ONE_WAY_SHARE = 0.45;
    private static final double BLOCKS_WITH_ALLEY = 0.7;
    private static final double ALLEYS_THROUGH = 0.45;
    private static final double ALLEYS_FOR_VANS = 0.25;
    private static final double HOUSE_SHARE = 0.4;
    private static final double PLOT_METRES = 8;
    private static final double HOUSE_OFFSET_METRES = 7;

    private final long seed;
    private final Random random;
    private final CityTerrain terrain;
    private final CityNames names;
    private final CityGrid grid;
    private final List<CityWay> ways = new ArrayList<>();
    private final List<CityHouse> houses = new ArrayList<>();
    private final String[][] wardNames = new String[LINES / WARD_LINES][LINES / WARD_LINES];
    /** Street name and metres from its first house at the middle of each block, by direction, line and block. */
    private final @Nullable Frontage[][][] frontages = new Frontage[2][LINES][LINES];

    private record Frontage(String street, double metres) {}

    public CityGenerator(long seed) {
        this.seed = seed;
        random = new Random(seed);
        terrain = new CityTerrain(random);
        names = new CityNames(random);
        grid = new CityGrid(terrain, random);
    }

    /** Draws the city; call it once. */
    public CityPlan plan() {
        List<CityWard> wards = wards();
        for (int line = 0; line < LINES; line++) {
            layStreets(true, line);
            layStreets(false, line);
        }
        List<CityWay> connected = CityConnection.connect(ways, grid.crossing(LINES / 4, LINES / 4));
        ways.clear();
        ways.addAll(connected);
        for (int column = 0; column + 1 < LINES; column++) {
            for (int row = 0; row + 1 < LINES; row++) {
                layAlley(column, row);
            }
        }
        return new CityPlan(seed, grid.nodes(), ways, terrain.riverOutline(), wards, houses, depots());
    }

    private List<CityWard> wards() {
        List<CityWard> wards = new ArrayList<>();
        for (int column = 0; column < wardNames.length; column++) {
            for (int row = 0; row < wardNames.length; row++) {
                wardNames[column][row] = names.ward();
                List<GeoPoint> outline = new ArrayList<>();
                for (int step = 0; step < 4 * WARD_LINES; step++) {
                    int along = step % WARD_LINES;
                    double x = switch (step / WARD_LINES) {
                        case 0 -> along;
                        case 1 -> WARD_LINES;
                        case 2 -> WARD_LINES - along;
                        default -> 0;
                    };
                    double y = switch (step / WARD_LINES) {
                        case 0 -> 0;
                        case 1 -> along;
                        case 2 -> WARD_LINES;
                        default -> WARD_LINES - along;
                    };
                    outline.add(terrain.onEarth(terrain.bent(column * WARD_LINES + x, row * WARD_LINES + y)));
                }
                wards.add(new CityWard(wardNames[column][row], outline));
            }
        }
        return wards;
    }

    /** Gives a line its street names, a new one every so many blocks, and turns its blocks into ways. */
    private void layStreets(boolean across, int line) {
        boolean main = CityGrid.isMain(line);
        boolean central = line >= CENTRE_FIRST && line <= CENTRE_LAST && !main;
        boolean oneWay = central && random.nextDouble() < ONE_WAY_SHARE;
        String name = names.street();
        int blocksLeft = main ? LINES : 12 + random.nextInt(8);
        double metres = 0;
        for (int block = 0; block + 1 < LINES; block++) {
            if (blocksLeft-- == 0) {
                name = names.street();
                blocksLeft = 12 + random.nextInt(8);
                metres = 0;
            }
            CityGrid.Block laid = grid.block(across, line, block);
            if (laid != null) {
                boolean here = oneWay && block >= CENTRE_FIRST && block < CENTRE_LAST;
                boolean turned = here && line % 2 == 1;
                ways.add(new CityWay(
                        name,
                        laid.kind(),
                        here,
                        laid.bridge(),
                        turned
                                ? List.of(laid.end(), laid.middle(), laid.start())
                                : List.of(laid.start(), laid.middle(), laid.end())));
                double length = grid.spot(laid.start()).metresTo(grid.spot(laid.end()));
                if (!laid.bridge()) {
                    frontages[across ? 0 : 1][line][block] = new Frontage(name, metres + length / 2);
                    addHouses(name, laid, metres, length, ward(across, line, block));
                }
                metres += length;
            }
        }
    }

    private void addHouses(String street, CityGrid.Block block, double metres, double length, String ward) {
        Spot start = grid.spot(block.start());
        Spot end = grid.spot(block.end());
        for (int side = 0; side < 2; side++) {
            if (random.nextDouble() < HOUSE_SHARE) {
                double share = 0.15 + 0.7 * random.nextDouble();
                Spot onRoad = share < 0.5
                        ? start.towards(grid.spot(block.middle()), share * 2)
                        : grid.spot(block.middle()).towards(end, share * 2 - 1);
                double left = side == 0 ? 1 : -1;
                Spot door = onRoad.moved(
                        -left * HOUSE_OFFSET_METRES * (end.y() - start.y()) / length,
                        left * HOUSE_OFFSET_METRES * (end.x() - start.x()) / length);
                int number = 2 * (int) ((metres + share * length) / PLOT_METRES) + 1 + side;
                houses.add(new CityHouse(Integer.toString(number), street, ward, terrain.onEarth(door)));
            }
        }
    }

    private String ward(boolean across, int line, int block) {
        int column = Math.min(across ? block : line, LINES - 2) / WARD_LINES;
        int row = Math.min(across ? line : block, LINES - 2) / WARD_LINES;
        return wardNames[column][row];
    }

    /** An alley into the block north-east of a crossing, from one of its four streets, sometimes through to the other side. */
    private void layAlley(int column, int row) {
        int side = random.nextInt(4);
        boolean through = random.nextDouble() < ALLEYS_THROUGH;
        CityRoadKind kind = random.nextDouble() < ALLEYS_FOR_VANS ? CityRoadKind.LANE : CityRoadKind.ALLEY;
        boolean across = side % 2 == 0;
        int nearLine = (across ? row : column) + side / 2;
        int farLine = (across ? row : column) + 1 - side / 2;
        int block = across ? column : row;
        CityGrid.Block near = grid.block(across, nearLine, block);
        Frontage frontage = frontages[across ? 0 : 1][nearLine][block];
        if (random.nextDouble() >= BLOCKS_WITH_ALLEY || near == null || frontage == null) {
            return;
        }
        CityGrid.Block far = grid.block(across, farLine, block);
        Spot mouth = grid.spot(near.middle());
        Spot centre = terrain.bent(column + 0.5, row + 0.5);
        if (terrain.isRiver(centre)) {
            return;
        }
        int bend = grid.add(grid.jittered(mouth.towards(centre, 0.5), 12));
        int inner = grid.add(grid.jittered(centre, 15));
        List<Integer> nodes = new ArrayList<>(List.of(near.middle(), bend, inner));
        if (through && far != null && !far.bridge() && frontages[across ? 0 : 1][farLine][block] != null) {
            nodes.add(far.middle());
        }
        int number = 2 * (int) (frontage.metres() / PLOT_METRES) + 1 + side / 2;
        ways.add(new CityWay("Hẻm " + number + " " + frontage.street(), kind, false, false, nodes));
        String ward = ward(across, nearLine, block);
        for (int door = 1; door <= 3; door++) {
            if (random.nextDouble() < HOUSE_SHARE) {
                Spot at = mouth.towards(grid.spot(bend), door / 4.0 + 0.2).moved(3, 3);
                houses.add(new CityHouse(number + "/" + door, frontage.street(), ward, terrain.onEarth(at)));
            }
        }
    }

    private List<CityDepot> depots() {
        return List.of(
                depot("kho-1", "Kho Tây", 15, 20),
                depot("kho-2", "Kho Đông", 40, 30),
                depot("kho-3", "Kho Bắc", 10, 45));
    }

    private CityDepot depot(String code, String name, int column, int row) {
        int at = column;
        while (grid.crossing(at, row) < 0) {
            at = (at + 5) % LINES;
        }
        return new CityDepot(code, name, terrain.onEarth(grid.spot(grid.crossing(at, row))));
    }
}
