package io.giaovan.edge.time;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;

/** Provides the business clock. */
@Factory
final class ClockFactory {
    @Singleton
    @Primary
    @Requires(property = "giaovan.clock.simulated", notEquals = "true")
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), java.time.Duration.ofMillis(1));
    }

    @Singleton
    @Primary
    @Requires(property = "giaovan.clock.simulated", value = "true")
    SimulatedClock simulatedClock(ClockSettings settings, @Named("wall") Clock wall) {
        return new SimulatedClock(
                wall,
                Objects.requireNonNullElseGet(settings.start(), wall::instant),
                settings.speed(),
                Objects.requireNonNullElseGet(settings.wallStart(), wall::instant));
    }
}
