package io.giaovan.paymentgateway.cod.custody;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How cash is followed.
 *
 * @param differenceAfter how long after a count the shift's takings may still be booked before a difference is named
 * @param creditSellerAt when cash becomes the seller's: at the {@code DOOR}, at the depot's {@code COUNT}, at the {@code BANK}
 * @param remittanceRowsMax most rows of a parcel company's remittance file
 * @param remittanceBytesMax longest remittance file
 * @param remittanceDueAfter how long a parcel company may keep a parcel's cash before a remittance without it is incomplete
 */
@ConfigurationProperties("giaovan.cash")
public record CashSettings(
        @Bindable(defaultValue = "PT2H") Duration differenceAfter,
        @Bindable(defaultValue = "COUNT") CreditRule creditSellerAt,

        @Min(1) @Max(100_000) @Bindable(defaultValue = "20000")
        int remittanceRowsMax,

        @Min(1_000) @Max(50_000_000) @Bindable(defaultValue = "5000000")
        int remittanceBytesMax,

        @Bindable(defaultValue = "P7D") Duration remittanceDueAfter) {}
