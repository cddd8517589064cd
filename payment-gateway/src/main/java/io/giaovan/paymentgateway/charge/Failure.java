package io.giaovan.paymentgateway.charge;

/**
 * Why a rail did not pay.
 *
 * @param code stable name, lower case
 * @param message what the payer can be told
 */
public record Failure(String code, String message) {}
