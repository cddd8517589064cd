package io.giaovan.benchmarks.plan.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tiny instances in the three formats, small enough to check by hand. */
public final class Tasks {
    /** Depot in a corner of a square of 10; the fifth node lies 20 away. Best is one route of 54.14…, 54 when rounded. */
    public static final String SQUARE = """
            NAME : square
            TYPE : CVRP
            DIMENSION : 5
            EDGE_WEIGHT_TYPE : EUC_2D
            CAPACITY : 10
            NODE_COORD_SECTION
            1 0 0
            2 0 10
            3 10 10
            4 10 0
            5 20 0
            DEMAND_SECTION
            1 0
            2 2
            3 2
            4 2
            5 2
            DEPOT_SECTION
            1
            -1
            EOF
            """;

    /** Customer 1 at 1.414 from the depot, 2 and 3 along a line; 3 closes early. */
    public static final String WINDOWS = """
            windows

            VEHICLE
            NUMBER     CAPACITY
              2         5

            CUSTOMER
            CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

                0      0         0          0          0        100          0
                1      1         1          3          0         50          2
                2      5         0          2         20         30          1
                3     10         0          2          0         15          1
            """;

    /** Two pairs on a line: 1 to 2 and 3 to 4, each a load of 2 where a vehicle takes 3. */
    public static final String PAIRS = """
            2 3 1
            0 0 0 0 0 200 0 0 0
            1 10 0 2 0 200 1 0 2
            2 20 0 -2 0 200 1 1 0
            3 30 0 2 0 200 1 0 4
            4 40 0 -2 0 200 1 3 0
            """;

    private Tasks() {}

    public static Path file(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static Task read(Path folder, String name, String text) {
        try {
            return TaskFile.read(file(folder, name, text));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
