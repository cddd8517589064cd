package io.giaovan.edge.operation;

import io.giaovan.edge.time.SimulatedClock;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Instant;

/** Moves a simulated clock forward; there is no such endpoint where the clock is real. */
@Controller("/internal/clock")
@Requires(beans = SimulatedClock.class)
final class ClockController {
    private final SimulatedClock clock;

    ClockController(SimulatedClock clock) {
        this.clock = clock;
    }

    record Now(Instant now) {}

    @Get
    Now now() {
        return new Now(clock.instant());
    }

    /** Moves to an instant; one that has passed changes nothing. */
    @Post
    Now move(@Body Now to) {
        clock.moveTo(to.now());
        return now();
    }
}
