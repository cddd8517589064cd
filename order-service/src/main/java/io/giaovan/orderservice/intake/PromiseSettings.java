package io.giaovan.orderservice.intake;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What is promised to buyers.
 *
 * @param zone the time zone of service days
 * @param packWithin time that a seller has to pack before the parcel can leave
 * @param standardFrom local time at which the standard window begins
 * @param standardTo local time at which it ends
 * @param standardDays days after today on which our couriers bring what no slot could be proven for
 * @param carrierDays days after today within which a parcel company brings what lies outside our map
 */
@ConfigurationProperties("giaovan.order.promise")
public record PromiseSettings(
        @Bindable(defaultValue = "Asia/Ho_Chi_Minh") ZoneId zone,
        @Bindable(defaultValue = "PT30M") Duration packWithin,
        @Bindable(defaultValue = "08:00") LocalTime standardFrom,
        @Bindable(defaultValue = "20:00") LocalTime standardTo,
        @Min(0) @Max(14) @Bindable(defaultValue = "1") int standardDays,
        @Min(1) @Max(30) @Bindable(defaultValue = "4") int carrierDays) {}
