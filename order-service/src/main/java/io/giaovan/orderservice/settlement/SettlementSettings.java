package io.giaovan.orderservice.settlement;

import io.giaovan.contracts.time.ServiceDay;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What the house charges sellers and when their statements close. The prices are examples to be replaced by the house's
 * own. Amounts are minor units of the order's currency: whole đồng for VND. Shares are basis points, hundredths of a
 * percent; a share of an amount is rounded to the nearest whole minor unit, halves up.
 *
 * @param zone time zone of service days
 * @param closeAt local time, hours and minutes, at which a day's statement closes; what ends later belongs to the next day
 * @param deliveryFee delivery by our own couriers, up to {@code deliveryGrams}
 * @param deliveryGrams weight that {@code deliveryFee} covers
 * @param deliveryKilogramFee for every further kilogram begun
 * @param carrierFee delivery by a parcel company, up to {@code carrierGrams}
 * @param carrierGrams weight that {@code carrierFee} covers
 * @param carrierKilogramFee for every further kilogram begun
 * @param vietqrBasisPoints share of money taken by bank transfer
 * @param vietqrFixed fixed part for money taken by bank transfer
 * @param telecomBasisPoints share of money taken from a phone account
 * @param telecomFixed fixed part for money taken from a phone account
 * @param cashBasisPoints share of money booked as cash, as a payment
 * @param cashFixed fixed part for money booked as cash, as a payment
 * @param cashOnDeliveryBasisPoints share of cash for collecting it at the door
 * @param cashOnDeliveryFixed fixed part for collecting cash at the door
 * @param returnBasisPoints share of the delivery fee for bringing a parcel back
 * @param ordersMax most orders on one statement; further ones go to the next day's
 * @param retryFailedAfter how long a payout that the bank refused waits before it is asked again
 * @param watchEvery how often due statements are looked for
 * @param askEvery how often payouts that were refused, or not heard of, are asked again
 */
@ConfigurationProperties("giaovan.settlement")
public record SettlementSettings(
        @Bindable(defaultValue = "Asia/Ho_Chi_Minh") String zone,
        @Bindable(defaultValue = "22:00") String closeAt,
        @Min(0) @Bindable(defaultValue = "15000") long deliveryFee,
        @Min(1) @Bindable(defaultValue = "2000") int deliveryGrams,
        @Min(0) @Bindable(defaultValue = "5000") long deliveryKilogramFee,
        @Min(0) @Bindable(defaultValue = "30000") long carrierFee,
        @Min(1) @Bindable(defaultValue = "1000") int carrierGrams,
        @Min(0) @Bindable(defaultValue = "6000") long carrierKilogramFee,
        @Min(0) @Max(10_000) @Bindable(defaultValue = "50") int vietqrBasisPoints,
        @Min(0) @Bindable(defaultValue = "0") long vietqrFixed,
        @Min(0) @Max(10_000) @Bindable(defaultValue = "300") int telecomBasisPoints,
        @Min(0) @Bindable(defaultValue = "1000") long telecomFixed,
        @Min(0) @Max(10_000) @Bindable(defaultValue = "0") int cashBasisPoints,
        @Min(0) @Bindable(defaultValue = "0") long cashFixed,
        @Min(0) @Max(10_000) @Bindable(defaultValue = "80") int cashOnDeliveryBasisPoints,
        @Min(0) @Bindable(defaultValue = "2000") long cashOnDeliveryFixed,

        @Min(0) @Max(10_000) @Bindable(defaultValue = "5000")
        int returnBasisPoints,

        @Min(1) @Max(20_000) @Bindable(defaultValue = "20000")
        int ordersMax,

        @Bindable(defaultValue = "P1D") Duration retryFailedAfter,
        @Bindable(defaultValue = "PT1S") Duration watchEvery,
        @Bindable(defaultValue = "PT60S") Duration askEvery) {
    public SettlementSettings {
        ZoneId.of(zone);
        LocalTime.parse(closeAt);
    }

    /** The day whose statement takes what is booked at an instant. */
    public LocalDate dayOf(Instant at) {
        var local = at.atZone(ZoneId.of(zone));
        return local.toLocalTime().isBefore(LocalTime.parse(closeAt))
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
    }

    /** When a day's statement closes: what is booked at this instant belongs to the next. */
    public Instant closing(LocalDate day) {
        return new ServiceDay(day, ZoneId.of(zone)).at(LocalTime.parse(closeAt));
    }
}
