package io.giaovan.standalone.crash.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.standalone.start.ScratchFolder;
import org.junit.jupiter.api.Test;

/** The short form of {@code giaovan crash --gateway}. */
class GatewayCrashIT {
    private static final long SEED = Long.getLong("giaovan.crash.seed", 7);
    private static final int KILLS = Integer.getInteger("giaovan.crash.gateway-kills", 3);

    @Test
    void moneyMovesOnceAlthoughTheGatewayIsKilledWhileItMoves() throws InterruptedException {
        try (ScratchFolder scratch = ScratchFolder.make();
                GatewayCrash crash = new GatewayCrash(scratch.path(), SEED)) {
            GatewayCrash.Outcome outcome =
                    crash.play(KILLS, kill -> System.out.println(GatewayCrashCommand.line(kill, KILLS)));

            String seed = "seed " + SEED;
            assertThat(outcome.kills()).as(seed).hasSize(KILLS);
            assertThat(outcome.kills().getFirst().point()).as(seed).isEqualTo(KillPoint.CHARGE_BOOKED);
            assertThat(outcome.kills().getFirst().met()).as(seed).isTrue();
            assertThat(outcome.finding().broken()).as(seed).isEmpty();
            assertThat(outcome.finding().succeeded().keySet()).as(seed).hasSizeGreaterThan(2);
        }
    }
}
