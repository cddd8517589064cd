package io.giaovan.benchmarks.plan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteJudgeTest {
    @TempDir
    private Path folder;

    @Test
    void distancesOfXAreRoundedOneByOne() {
        Task square = Tasks.read(folder, "square.vrp", Tasks.SQUARE);

        // the diagonals of 14.14… count 14
        assertThat(judge(square, "1 2 4 3")).isEqualTo(new Verdict.Lawful(10 + 10 + 14 + 10 + 10, 1));
        assertThat(judge(square, "1 2", "3 4")).isEqualTo(new Verdict.Lawful(10 + 10 + 14 + 10 + 10 + 20, 2));
    }

    @Test
    void distancesWithWindowsAreCutAfterOneDecimal() {
        Task windows = Tasks.read(folder, "windows.txt", Tasks.WINDOWS);

        // 1.414 is 14 there and 14 back; 3 is reached at 100, due 150; 2 is reached at 160, ready 200
        assertThat(judge(windows, "1", "3 2")).isEqualTo(new Verdict.Lawful(14 + 14 + 100 + 50 + 50, 2));
    }

    @Test
    void aRouteThatIsLateOverloadedOrOfUnknownCustomersIsUnlawful() {
        Task windows = Tasks.read(folder, "windows.txt", Tasks.WINDOWS);

        assertThat(trouble(windows, "1", "2 3")).contains("customer 3 is reached at 260, due 150");
        assertThat(trouble(windows, "3 2 1")).contains("load 7 at customer 1 is above 5");
        assertThat(trouble(windows, "1 9", "3 2")).contains("9 is not a customer");
        assertThat(trouble(windows, "1", "3", "2")).contains("3 vehicles are used, 2 are there");
    }

    @Test
    void everyCustomerIsServedExactlyOnce() {
        Task square = Tasks.read(folder, "square.vrp", Tasks.SQUARE);

        assertThat(trouble(square, "1 2 3")).contains("customer 4 is not served");
        assertThat(trouble(square, "1 2", "2 3 4")).contains("customer 2 is served twice");
        assertThat(trouble(square)).contains("customer 1 is not served");
    }

    @Test
    void aPairStaysTogetherInOrderAndWithinTheLoadOnBoard() {
        Task pairs = Tasks.read(folder, "pairs.txt", Tasks.PAIRS);

        assertThat(judge(pairs, "1 2 3 4")).isEqualTo(new Verdict.Lawful(800, 1));
        assertThat(judge(pairs, "1 2", "3 4")).isEqualTo(new Verdict.Lawful(400 + 800, 2));
        assertThat(trouble(pairs, "1 3 2 4")).contains("load 4 at customer 3 is above 3");
        assertThat(trouble(pairs, "2 1", "3 4")).contains("customer 2 is served before its pickup 1");
        assertThat(trouble(pairs, "1 4", "3 2")).contains("customer 4 is served before its pickup 3");
        assertThat(trouble(pairs, "1", "3 4")).contains("the load of customer 1 is not delivered");
    }

    @Test
    void routesSurviveBeingWrittenAndRead() {
        List<int[]> routes = RouteText.read(RouteText.write(List.of(new int[] {3, 1}, new int[] {2})) + "Cost 12\n");

        assertThat(routes).containsExactly(new int[] {3, 1}, new int[] {2});
        assertThatThrownBy(() -> RouteText.read("Route #1: 3 x"))
                .hasMessageContaining("'Route #1: 3 x' is not a route");
    }

    @Test
    void aBrokenFileIsRefusedWithItsLine() {
        assertThatThrownBy(() -> Tasks.read(folder, "a.txt", Tasks.PAIRS.replace("3 30", "7 30")))
                .hasMessageContaining("line 5: customer 7.0 is out of order, expected 3");
        assertThatThrownBy(() -> Tasks.read(folder, "b.vrp", Tasks.SQUARE.replace("5 20 0", "5 x 0")))
                .hasMessageContaining("line 11: 'x' is not a number");
        assertThatThrownBy(() -> Tasks.read(folder, "c.vrp", Tasks.SQUARE.replace("CAPACITY : 10", "")))
                .hasMessageContaining("CAPACITY: missing");
    }

    private static Verdict judge(Task task, String... routes) {
        StringBuilder text = new StringBuilder();
        for (String route : routes) {
            text.append("Route #1: ").append(route).append('\n');
        }
        return RouteJudge.judge(task, RouteText.read(text.toString()));
    }

    private static String trouble(Task task, String... routes) {
        return judge(task, routes) instanceof Verdict.Unlawful unlawful ? unlawful.reason() : "lawful";
    }
}
