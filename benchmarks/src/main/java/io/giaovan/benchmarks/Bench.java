package io.giaovan.benchmarks;

import io.giaovan.benchmarks.city.CityBench;
import io.giaovan.benchmarks.matrix.MatrixBench;
import io.giaovan.benchmarks.money.MoneyBench;
import io.giaovan.benchmarks.plan.PlanBench;
import io.giaovan.standalone.command.UsageException;
import java.util.Arrays;
import java.util.List;

/** The entry of {@code giaovan bench}. Exit status 0 is fine, 1 found an unlawful plan or a wrong matrix, 2 was called wrongly. */
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
            List<String> rest = given.isEmpty() ? given : given.subList(1, given.size());
            return switch (name) {
                case "plan" -> PlanBench.run(rest, System.out);
                case "matrix" -> MatrixBench.run(rest, System.out);
                case "city" -> CityBench.run(rest, System.out);
                case "money" -> MoneyBench.run(rest, System.out);
                default ->
                    throw new UsageException(
                            "bench: '" + name + "' is not a benchmark; known are plan, matrix, city and money");
            };
        } catch (UsageException wrong) {
            System.err.println("giaovan: " + wrong.getMessage());
            return USAGE;
        }
    }
}
