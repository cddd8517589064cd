package io.giaovan.routingengine.courier;

import io.giaovan.contracts.delivery.Proof;
import io.giaovan.routingengine.fleet.CourierId;
import java.time.Instant;
import java.util.Optional;

/** Keeps proofs and notes on failed attempts. Safe for use by many threads. */
interface Proofs {
    /** Keeps what shows a hand-over; keeping it again changes nothing. */
    void keep(Proof proof, ProofContent content, CourierId courier);

    /** The kept content of a proof. */
    Optional<byte[]> find(String proofId);

    /** Keeps a courier's note on a failed attempt. */
    void note(String attemptId, String note, CourierId courier, Instant at);
}
