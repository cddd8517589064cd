package io.giaovan.contracts.parcel;

import io.giaovan.contracts.money.Money;

/**
 * A parcel company took a parcel.
 *
 * @param carrier which company, for instance {@code ghn}
 * @param trackingCode the company's code
 * @param fee what it asks
 */
public record CarrierBooking(String carrier, String trackingCode, Money fee) {}
