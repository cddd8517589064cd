package io.giaovan.standalone.crash.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Kills the gateway at every kind of point in turn, in drawn order, and starts it again. Not safe for concurrent use.
 */
final class GatewayKiller {
    /** How long it waits at a point for the traffic to come by before it strikes anyway. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int BETWEEN_MILLIS_MAX = 800;
    private static final int ANY_MILLIS_MAX = 1_500;
    private static final int INSIDE_MICROS_MAX = 4_000;

    private final KillableGateway gateway;
    private final Ambush ambush;
    private final RandomGenerator random;
    private final Consumer<Kill> tell;

    /**
     * One kill.
     *
     * @param number from 1
     * @param point where the killer waited
     * @param met whether the traffic came by; else it struck at any moment
     * @param seconds until the gateway answered again
     */
    record Kill(int number, KillPoint point, boolean met, double seconds) {}

    GatewayKiller(KillableGateway gateway, Ambush ambush, RandomGenerator random, Consumer<Kill> tell) {
        this.gateway = gateway;
        this.ambush = ambush;
        this.random = random;
        this.tell = tell;
    }

    /** Kills that often and returns when the gateway answers after the last. */
    List<Kill> kill(int times) throws InterruptedException {
        List<Kill> kills = new ArrayList<>();
        for (KillPoint point : points(times)) {
            Thread.sleep(random.nextInt(BETWEEN_MILLIS_MAX));
            boolean met = strike(point);
            Kill kill = new Kill(kills.size() + 1, point, met, gateway.start());
            kills.add(kill);
            tell.accept(kill);
        }
        return kills;
    }

    private boolean strike(KillPoint point) throws InterruptedException {
        if (point == KillPoint.ANY) {
            Thread.sleep(random.nextInt(ANY_MILLIS_MAX));
            gateway.kill();
            return true;
        }
        Ambush.Trap trap = ambush.lay(point);
        try {
            boolean met = trap.awaitVictim(PATIENCE);
            if (point == KillPoint.NEWS_BEGUN) {
                Thread.sleep(Duration.ofNanos(1_000L * random.nextInt(INSIDE_MICROS_MAX)));
            }
            gateway.kill();
            return met;
        } finally {
            trap.release();
        }
    }

    /** The worst point first, then all of them over and over. */
    private List<KillPoint> points(int times) {
        List<KillPoint> points = new ArrayList<>(List.of(KillPoint.CHARGE_BOOKED));
        List<KillPoint> round = new ArrayList<>(Arrays.asList(KillPoint.values()));
        while (points.size() < times) {
            Collections.shuffle(round, java.util.Random.from(random));
            points.addAll(round);
        }
        return points.subList(0, times);
    }
}
