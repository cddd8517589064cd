package io.giaovan.paymentgateway.charge;

import java.time.Instant;

/**
 * One call to a provider, stored before it is made. Whoever stored it last has it to himself for a while: the charge's
 * version is the lock.
 *
 * @param id identifies the call; sent to the provider
 * @param owner the process that has it
 * @param claimedUntil until when, in machine time
 * @param asked how often the provider was asked what became of it
 */
public record Attempt(String id, String owner, Instant claimedUntil, int asked) {
    Attempt claimedBy(String other, Instant until) {
        return new Attempt(id, other, until, asked + 1);
    }
}
