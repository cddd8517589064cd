package io.giaovan.integrations.sync.partner;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A partner did not do what it was asked. The message carries no personal data and no secret. */
public final class PartnerTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is known about the call. */
    public enum Kind {
        /** Nothing happened; the same call may work later. */
        LATER,
        /** It may have happened: ask what became of it before calling again. */
        UNKNOWN_OUTCOME,
        /** It was refused and will be refused again. */
        NEVER
    }

    private final Kind kind;
    private final transient @Nullable Duration waitAtLeast;

    private PartnerTrouble(Kind kind, String message, @Nullable Duration waitAtLeast, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.waitAtLeast = waitAtLeast;
    }

    public static PartnerTrouble later(String message) {
        return new PartnerTrouble(Kind.LATER, message, null, null);
    }

    public static PartnerTrouble later(String message, Throwable cause) {
        return new PartnerTrouble(Kind.LATER, message, null, cause);
    }

    /** The partner said how long to wait. */
    public static PartnerTrouble notBefore(String message, Duration wait) {
        return new PartnerTrouble(Kind.LATER, message, wait, null);
    }

    public static PartnerTrouble unknownOutcome(String message, @Nullable Throwable cause) {
        return new PartnerTrouble(Kind.UNKNOWN_OUTCOME, message, null, cause);
    }

    public static PartnerTrouble never(String message) {
        return new PartnerTrouble(Kind.NEVER, message, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** The shortest wait the partner asked for. */
    public Optional<Duration> waitAtLeast() {
        return Optional.ofNullable(waitAtLeast);
    }
}
