package io.giaovan.standalone.day;

import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.Draws;
import io.giaovan.standalone.cast.HouseApi;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A day on stage. Nothing happens before the house is quiet after what happened last, and the clock stands still
 * meanwhile, so that the same seed plays the same day on any machine.
 */
public final class Day {
    private static final Duration QUIET_LIMIT = Duration.ofSeconds(60);

    private final Stage stage;

    /** A day that is played from its beginning. */
    public Day(HouseApi api, Cast cast, DayPlan plan) {
        this(api, cast, plan, plan.begin());
    }

    /**
     * A day of which a part may have been played.
     *
     * @param from what was to happen before happens now; what has happened then changes nothing
     */
    public Day(HouseApi api, Cast cast, DayPlan plan, Instant from) {
        this.stage = new Stage(api, cast, plan, new Draws(plan.seed()), new Agenda(from), new Notes());
    }

    /** Enters everyone into the agenda. */
    public void prepare() {
        CourierPlay couriers = new CourierPlay(stage);
        new BuyerPlay(stage).enter();
        new SellerPlay(stage).enter();
        couriers.enter();
        new DispatchPlay(stage, couriers).enter();
        new EveningPlay(stage, couriers).enter();
    }

    /**
     * Plays to the end, moving the house's clock.
     *
     * @param progress hears the share that is done and the time on stage
     */
    public void play(BiConsumer<Double, Instant> progress) {
        Agenda agenda = stage.agenda();
        Instant begin = agenda.now();
        Instant end = stage.plan().end();
        stage.api().moveClock(begin);
        while (!agenda.isEmpty()) {
            Instant next = agenda.next();
            stage.api().awaitQuiet(QUIET_LIMIT);
            if (next.isAfter(agenda.now())) {
                stage.api().moveClock(next);
            }
            agenda.step();
            double done = (double) Duration.between(begin, next).toSeconds()
                    / Duration.between(begin, end).toSeconds();
            progress.accept(done, next);
        }
        stage.api().awaitQuiet(QUIET_LIMIT);
    }

    /**
     * Lets everything happen that is due at an instant of a clock that runs by itself.
     *
     * @return when the next thing happens, or null when nothing is left
     */
    public @Nullable Instant playUntil(Instant now) {
        Agenda agenda = stage.agenda();
        while (!agenda.isEmpty() && !agenda.next().isAfter(now)) {
            agenda.step();
        }
        return agenda.isEmpty() ? null : agenda.next();
    }

    /** Wall-clock time that the engine searched for plans, which depends on the machine. */
    public double planSeconds() {
        return stage.notes().planSeconds();
    }

    /** What came of it, and what did not hold. */
    public DayReport report() {
        return new DayAudit(stage).report();
    }
}
