package io.giaovan.paymentgateway.charge;

import io.giaovan.paymentgateway.rail.SealedPhone;
import org.jspecify.annotations.Nullable;

/**
 * How the buyer pays.
 *
 * @param id {@code pm_…}
 * @param rail name of the rail
 * @param phone the phone account, for rails that need one
 */
public record ChosenMethod(String id, String rail, @Nullable SealedPhone phone) {}
