package io.giaovan.routingengine.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.store.idempotency.Answer;
import io.giaovan.store.idempotency.Claim;
import io.giaovan.store.idempotency.IdempotencyKeys;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a call once per Idempotency-Key and repeats its answer after that. A call that is refused gives the key free again.
 */
@Singleton
public final class OncePerKey {
    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    OncePerKey(IdempotencyKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /**
     * Runs the call or answers as before.
     *
     * @param key as the caller sent it, plain or quoted
     * @param scope who calls what, keys of other scopes being other keys
     * @param body what was sent, to tell a repetition from another request
     * @param status HTTP status of the answer
     */
    public Answer run(@Nullable String key, String scope, Object body, int status, Supplier<Object> call) {
        String plain = plain(key);
        String fingerprint = Secrets.digest(written(body));
        return switch (keys.claim(scope, plain, fingerprint)) {
            case Claim.Replay(Answer answer) -> answer;
            case Claim.InFlight _ ->
                throw new ProblemException(
                        ErrorCode.IDEMPOTENCY_KEY_IN_USE, "The first request with this key is still running");
            case Claim.OtherRequest _ ->
                throw new ProblemException(ErrorCode.IDEMPOTENCY_KEY_REUSED, "Send a new key with a new request");
            case Claim.Run _ -> {
                boolean answered = false;
                try {
                    Answer answer = new Answer(status, written(call.get()));
                    keys.answered(scope, plain, answer);
                    answered = true;
                    yield answer;
                } finally {
                    if (!answered) {
                        keys.forget(scope, plain);
                    }
                }
            }
        };
    }

    /** The key without the quotes of a structured header; refuses a missing one. */
    public static String plain(@Nullable String key) {
        String stripped = key == null ? "" : key.strip();
        String plain = stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"")
                ? stripped.substring(1, stripped.length() - 1)
                : stripped;
        if (plain.isEmpty()) {
            throw new ProblemException(
                    ErrorCode.MISSING_IDEMPOTENCY_KEY, "Send a header 'Idempotency-Key' with a value of your choice");
        }
        if (plain.length() > IdempotencyKeys.KEY_LENGTH_MAX) {
            throw ProblemException.invalid(
                    "Idempotency-Key",
                    plain.length() + " characters",
                    "is longer than " + IdempotencyKeys.KEY_LENGTH_MAX + " characters");
        }
        return plain;
    }

    /** A value as it goes over the wire. */
    public String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("an answer cannot be written as JSON", broken);
        }
    }
}
