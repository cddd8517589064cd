package io.giaovan.store.idempotency;

/**
 * What was answered to a request.
 *
 * @param status HTTP status
 * @param body the body as it was sent
 */
public record Answer(int status, String body) {}
