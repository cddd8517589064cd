package io.giaovan.standalone.crash;

import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.CastSetUp;
import io.giaovan.standalone.cast.Draws;
import io.giaovan.standalone.cast.HouseApi;
import io.giaovan.standalone.day.Day;
import io.giaovan.standalone.day.DayReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plays a day in a house that is killed again and again, and looks after every restart and at the end for losses. */
final class CrashDay {
    /** Longer than a house takes to come back on a slow machine. */
    private static final Duration PATIENCE = KillableProcess.START_LIMIT.plusSeconds(30);

    private final CrashPlan plan;
    private final KillableHouse house;
    private final Consumer<Killer.Kill> onKill;
    private final BiConsumer<Double, Instant> progress;

    CrashDay(CrashPlan plan, KillableHouse house, Consumer<Killer.Kill> onKill, BiConsumer<Double, Instant> progress) {
        this.plan = plan;
        this.house = house;
        this.onKill = onKill;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param kills in their order
     * @param acknowledged how much the house said yes to
     * @param lost what of it is gone, in the order of finding
     * @param report on the day
     * @param changes changing calls that the play made
     */
    record Outcome(
            List<Killer.Kill> kills,
            Acknowledged.Count acknowledged,
            List<String> lost,
            DayReport report,
            long changes) {
        Outcome {
            kills = List.copyOf(kills);
            lost = List.copyOf(lost);
        }

        boolean sound() {
            return lost.isEmpty() && report.sound();
        }
    }

    /** Plays it; the house is dead afterwards. */
    Outcome play() throws InterruptedException {
        Instant begin = plan.day().begin();
        house.start(begin);
        HouseApi api = new HouseApi(house.addresses(), house.keys().house(), PATIENCE);
        Cast cast = new CastSetUp(api, house.keys(), plan.day().seed())
                .enter(plan.day().couriers(), plan.day().orders());
        Acknowledged acknowledged = new Acknowledged(cast.sellers());
        List<String> lost = new ArrayList<>();
        try (Killer killer = new Killer(
                house,
                begin,
                plan.kills(),
                plan.changes(),
                new Draws(plan.day().seed()).of("kills"),
                () -> acknowledged.lookForLosses(api),
                onKill)) {
            HouseApi onStage =
                    new HouseApi(house.addresses(), house.keys().house(), PATIENCE, both(acknowledged, killer));
            Day day = new Day(onStage, cast, plan.day());
            day.prepare();
            killer.start();
            day.play(progress);
            long changes = killer.changes();
            List<Killer.Kill> kills = killer.finish();
            kills.forEach(kill -> lost.addAll(kill.lost()));
            api.awaitQuiet(PATIENCE);
            DayReport report = day.report();
            lost.addAll(acknowledged.lookForLosses(api));
            lost.addAll(acknowledged.lookForEnds(api));
            house.kill();
            Set<String> kept = MongoProofShelf.digests(house.storeFolder());
            acknowledged.proofs().stream()
                    .filter(proof -> !kept.contains(proof))
                    .forEach(proof -> lost.add("the proof with digest " + proof + " is not in the store"));
            return new Outcome(
                    kills, acknowledged.count(), lost.stream().distinct().toList(), report, changes);
        }
    }

    private static HouseApi.Witness both(HouseApi.Witness one, HouseApi.Witness other) {
        return new HouseApi.Witness() {
            @Override
            public void begins(HouseApi.Call call) {
                one.begins(call);
                other.begins(call);
            }

            @Override
            public void ended(HouseApi.Call call, HouseApi.@Nullable Answer answer) {
                one.ended(call, answer);
                other.ended(call, answer);
            }
        };
    }
}
