package io.giaovan.paymentgateway.api;

/**
 * What a request is answered.
 *
 * @param status HTTP status
 * @param body the JSON that is sent
 * @param replayed whether it was answered so before, under the same key
 */
public record ApiAnswer(int status, String body, boolean replayed) {}
