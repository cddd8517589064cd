package io.giaovan.edge.time;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which time the business lives in.
 *
 * @param simulated true for a clock that is moved by hand or runs faster
 * @param start where a simulated clock begins; null means the machine's time
 * @param speed how many simulated seconds pass in one; 0 means that it only moves by hand
 * @param wallStart the machine's time at {@code start}, so that processes that start one after the other agree; null means
 *     this process's own start
 */
@ConfigurationProperties("giaovan.clock")
public record ClockSettings(
        @Bindable(defaultValue = "false") boolean simulated,
        @Nullable Instant start,
        @Bindable(defaultValue = "0") double speed,
        @Nullable Instant wallStart) {}
