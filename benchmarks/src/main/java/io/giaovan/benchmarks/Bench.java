package io.giaovan.benchmarks;

import io.giaovan.benchmarks.city.CityBench;
import io.giaovan.benchmarks.money.MoneyBench;
import io.giaovan.benchmarks.plan.PlanBench;
import io.giaovan.standalone.command.UsageException;
import java.util.Arrays;
import java.util.List;

/** The entry of {@code giaovan bench}. Exit status 0 is fine, 1 found an unlawful plan, 2 was called wrongly. */
public final class Bench {
    private static final int USAGE = 2;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments)));
    }

    static int run(List<String> arguments) {
        List<String> given = arguments.isEmpty() || !arguments.getFirst().equals("bench")
                ? arguments
                : arguments.subList(1, arguments.size());
        String name = given.isEmpty() ? "" : given.getFirst();
        try {
            if (name.equals("plan")) {
                return PlanBench.run(given.subList(1, given.size()), System.out);
            }
            if (name.equals("money")) {
                return MoneyBench.run(given.subList(1, given.size()), System.out);
            }
            if (name.equals("city")) {
                return CityBench.run(given.subList(1, given.size()), System.out);
            }
            throw new UsageException("bench: '" + name + "' is not a benchmark; known are plan, money, city");
        } catch (UsageException wrong) {
            System.err.println("giaovan: " + wrong.getMessage());
            return USAGE;
        }
    }
}
