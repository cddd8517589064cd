package io.giaovan.integrations.channel.chogo;

import org.jspecify.annotations.Nullable;

/**
 * A push as it came over the wire.
 *
 * @param shopId from the address it was sent to
 * @param signature the Authorization header, or null when there was none
 * @param rawBody the bytes that were signed
 */
record ChogoPush(String shopId, @Nullable String signature, byte[] rawBody) {}
