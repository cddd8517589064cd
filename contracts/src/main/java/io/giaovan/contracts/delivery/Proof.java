package io.giaovan.contracts.delivery;

import io.giaovan.contracts.place.GeoPoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Proof of delivery. The photo or signature itself stays with the engine. What the buyer kept is part of the proof, so
 * that nobody can take another amount for it.
 *
 * @param proofId identifies the stored proof
 * @param kind what it is
 * @param sha256 hex digest of the photo, the signature or the code
 * @param takenAt when
 * @param takenNear where the courier's device was, or null when it did not know
 * @param part what the buyer kept, where the rest went back with the courier, or null when all was handed over
 */
public record Proof(
        String proofId,
        ProofKind kind,
        String sha256,
        Instant takenAt,
        @Nullable GeoPoint takenNear,
        @Nullable PartAccepted part) {
    /** The proof of a parcel that was handed over whole. */
    public Proof(String proofId, ProofKind kind, String sha256, Instant takenAt, @Nullable GeoPoint takenNear) {
        this(proofId, kind, sha256, takenAt, takenNear, null);
    }
}
