package io.giaovan.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.standalone.day.DayPlan;
import io.giaovan.standalone.start.ScratchFolder;
import org.junit.jupiter.api.Test;

/** The short form of {@code giaovan crash}. */
class CrashIT {
    private static final long SEED = Long.getLong("giaovan.crash.seed", 7);
    private static final int KILLS = Integer.getInteger("giaovan.crash.kills", 3);
    private static final int ORDERS = 15;
    private static final CrashPlan PLAN = new CrashPlan(DayPlan.of(ORDERS, 2, SEED, 1_000), KILLS, "city", 7);

    @Test
    void nothingAcknowledgedIsLostAndTheDayEndsLawfullyAlthoughTheHouseIsKilled() throws InterruptedException {
        try (ScratchFolder scratch = ScratchFolder.make();
                KillableHouse house = new KillableHouse(scratch.path(), PLAN.roads(), PLAN.citySeed())) {
            CrashDay.Outcome outcome = new CrashDay(
                            PLAN, house, kill -> System.out.println(CrashCommand.line(kill, PLAN)), (_, _) -> {})
                    .play();

            String seed = "seed " + SEED;
            assertThat(outcome.kills()).as(seed).hasSize(KILLS);
            assertThat(outcome.lost()).as(seed).isEmpty();
            assertThat(outcome.report().broken()).as(seed).isEmpty();
            assertThat(outcome.acknowledged().orders()).as(seed).isPositive();
            assertThat(outcome.acknowledged().payments()).as(seed).isPositive();
            assertThat(outcome.acknowledged().proofs()).as(seed).isPositive();
            assertThat(outcome.acknowledged().cashCounts()).as(seed).isPositive();
        }
    }

    @Test
    void aHouseEndsByItselfWhenWhoeverStartedItIsGone() {
        try (ScratchFolder scratch = ScratchFolder.make();
                KillableHouse house = new KillableHouse(scratch.path(), PLAN.roads(), PLAN.citySeed())) {
            house.start(PLAN.day().begin());

            assertThat(house.abandon()).as(house.lastWords()).isTrue();
        }
    }
}
