package io.giaovan.integrations.sync.inbox;

import java.time.Instant;

/**
 * A message that waits for a person.
 *
 * @param id the message
 * @param box who could not handle it
 * @param lane where it stood
 * @param reason why, without personal data
 * @param attempts tries before it was parked
 * @param parkedAt when, by the machine's clock
 */
public record ParkedMessage(String id, String box, String lane, String reason, int attempts, Instant parkedAt) {}
