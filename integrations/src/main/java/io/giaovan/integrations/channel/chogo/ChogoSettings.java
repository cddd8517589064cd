package io.giaovan.integrations.channel.chogo;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How Chợ Gỗ is spoken with.
 *
 * @param url base address before {@code /api/v2}; null means the sandbox of this process
 * @param partnerId our number as a partner of the marketplace
 * @param pushAgeMax how far a push's timestamp may be from the machine's time, either way
 * @param pollEvery how often changed orders are asked for, in business time
 * @param pollOverlap how far each poll looks back behind the one before
 * @param lookBack how far the first poll of a shop looks back, at most 15 days
 * @param pageSize orders per page, the marketplace allows 100
 */
@ConfigurationProperties("giaovan.chogo")
record ChogoSettings(
        @Nullable URI url,
        @Bindable(defaultValue = "1000001") String partnerId,
        @Bindable(defaultValue = "PT15M") Duration pushAgeMax,
        @Bindable(defaultValue = "PT5M") Duration pollEvery,
        @Bindable(defaultValue = "PT10M") Duration pollOverlap,
        @Bindable(defaultValue = "P1D") Duration lookBack,
        @Min(1) @Max(100) @Bindable(defaultValue = "50") int pageSize) {}
