package io.giaovan.integrations.sync.inbox;

import io.giaovan.contracts.problem.ErrorCategory;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.integrations.sync.partner.PartnerTrouble;
import java.time.Duration;

/** What becomes of a message that could not be handled. */
sealed interface Verdict {
    /** Try again, after the back-off and not before {@code waitAtLeast}. */
    record TryAgain(String reason, Duration waitAtLeast) implements Verdict {}

    /** Trying again would fail again. */
    record GiveUp(String reason) implements Verdict {}

    /** Judges by what is known of the failure; what nobody foresaw is tried again until the tries run out. */
    static Verdict on(RuntimeException trouble) {
        return switch (trouble) {
            case PartnerTrouble partner ->
                switch (partner.kind()) {
                    case LATER, UNKNOWN_OUTCOME ->
                        new TryAgain(reason(partner), partner.waitAtLeast().orElse(Duration.ZERO));
                    case NEVER -> new GiveUp(reason(partner));
                };
            case ProblemException problem ->
                problem.code().category() == ErrorCategory.CALLER
                        ? new GiveUp(problem.code() + ": " + reason(problem))
                        : new TryAgain(problem.code() + ": " + reason(problem), Duration.ZERO);
            case IllegalArgumentException unreadable -> new GiveUp(reason(unreadable));
            default -> new TryAgain(trouble.getClass().getSimpleName(), Duration.ZERO);
        };
    }

    private static String reason(RuntimeException trouble) {
        String message = String.valueOf(trouble.getMessage());
        return message.substring(0, Math.min(500, message.length()));
    }
}
