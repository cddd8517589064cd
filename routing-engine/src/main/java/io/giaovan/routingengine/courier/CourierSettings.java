package io.giaovan.routingengine.courier;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * What couriers' devices may send.
 *
 * @param photoBytesMax largest photo
 * @param signatureBytesMax longest signature, as SVG path text
 * @param positionsMax most positions in one batch
 * @param positionsKept how long positions are kept
 * @param positionAgeMax how old a position may be to say where a proof was taken
 */
@ConfigurationProperties("giaovan.courier")
public record CourierSettings(
        @Min(1_000) @Max(10_000_000) @Bindable(defaultValue = "1048576")
        int photoBytesMax,

        @Min(100) @Max(1_000_000) @Bindable(defaultValue = "65536")
        int signatureBytesMax,

        @Min(1) @Max(10_000) @Bindable(defaultValue = "500") int positionsMax,
        @Bindable(defaultValue = "P30D") Duration positionsKept,
        @Bindable(defaultValue = "PT10M") Duration positionAgeMax) {}
