package io.giaovan.standalone.day;

import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.standalone.command.Options;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What a played day looks like.
 *
 * @param orders how many buyers order
 * @param couriers how many drive
 * @param seed the same seed plays the same day
 * @param date the day on which most is delivered
 * @param zone where it is
 * @param iterations search steps of every plan, which make it independent of the machine
 * @param daysAfter days on which second attempts and later slots are still delivered
 */
public record DayPlan(
        int orders, int couriers, long seed, LocalDate date, ZoneId zone, long iterations, int daysAfter) {
    private static final LocalDate PLAYED = LocalDate.of(2026, 12, 1);
    private static final ZoneId PLACE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int DAYS_AFTER = 3;
    private static final int ORDERS_MAX = 20_000;
    private static final int COURIERS_MAX = 500;
    private static final long ITERATIONS = 4_000;
    private static final long ITERATIONS_MAX = 10_000_000;

    /**
     * The day that a command line asks for by {@code --orders}, {@code --couriers}, {@code --seed} and {@code
     * --iterations}.
     *
     * @param orders when none are given
     * @param couriers when none are given
     */
    public static DayPlan read(Options options, int orders, int couriers) {
        return of(
                (int) options.number("orders", orders, 1, ORDERS_MAX),
                (int) options.number("couriers", couriers, 1, COURIERS_MAX),
                options.number("seed", 7, 0, Long.MAX_VALUE),
                options.number("iterations", ITERATIONS, 1, ITERATIONS_MAX));
    }

    /** The day that the commands play. */
    public static DayPlan of(int orders, int couriers, long seed, long iterations) {
        return new DayPlan(orders, couriers, seed, PLAYED, PLACE, iterations, DAYS_AFTER);
    }

    /** The evening before, when the first buyers order. */
    public Instant begin() {
        return at(-1, LocalTime.of(17, 0));
    }

    /** When everything has ended. */
    public Instant end() {
        return at(daysAfter, LocalTime.of(23, 50));
    }

    Instant at(int dayFromDate, LocalTime time) {
        return new ServiceDay(date.plusDays(dayFromDate), zone).at(time);
    }
}
