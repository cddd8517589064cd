package io.giaovan.contracts.delivery;

import io.giaovan.contracts.place.GeoPoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Proof of delivery. The photo or signature itself stays with the engine.
 *
 * @param proofId identifies the stored proof
 * @param kind what it is
 * @param sha256 hex digest of the photo, the signature or the code
 * @param takenAt when
 * @param takenNear where the courier's device was, or null when it did not know
 */
public record Proof(
        String proofId,
        ProofKind kind,
        String sha256,
        Instant takenAt,
        @Nullable GeoPoint takenNear) {}
