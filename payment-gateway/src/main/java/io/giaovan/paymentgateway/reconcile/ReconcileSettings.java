package io.giaovan.paymentgateway.reconcile;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How statements are compared.
 *
 * @param lateDaysMax by how many days the bank may book something before or after the ledger and it is still the same
 */
@ConfigurationProperties("giaovan.reconcile")
public record ReconcileSettings(
        @Min(0) @Max(31) @Bindable(defaultValue = "7") int lateDaysMax) {}
