package io.giaovan.paymentgateway.api;

import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.access.Sealing;
import io.giaovan.edge.access.Secrets;
import io.giaovan.store.idempotency.Answer;
import io.giaovan.store.idempotency.Claim;
import io.giaovan.store.idempotency.IdempotencyKeys;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs requests: each POST once per Idempotency-Key, and every refusal as an answer. A key is remembered once something
 * happened; a request that was refused before anything happened, or that failed on our side, may be sent again under it.
 * Whatever runs under a key derives its ids from the seed, so that running it again after a crash finds what it made.
 * Answers are remembered sealed, because they may hold personal data.
 */
@Singleton
public final class ApiCalls {
    private final IdempotencyKeys keys;
    private final ApiJson json;
    private final VersionShapes versions;
    private final Sealing sealing;

    ApiCalls(IdempotencyKeys keys, ApiJson json, VersionShapes versions, HouseSettings house) {
        this.versions = versions;
        this.keys = keys;
        this.json = json;
        this.sealing = new Sealing("api-answers", house.key());
    }

    /** Answers a request that changes nothing, or whose repetition does. */
    public ApiAnswer read(Supplier<ApiCall> request, Function<ApiCall, Map<String, Object>> work) {
        try {
            ApiCall call = request.get();
            return new ApiAnswer(200, json.write(shown(call, work.apply(call))), false);
        } catch (ApiRefusal refused) {
            return answer(refused);
        } catch (ProblemException refused) {
            return answer(ApiRefusal.of(refused));
        }
    }

    /** A request's work. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it.
         *
         * @param seed the same for every repetition of the request
         */
        Map<String, Object> run(ApiCall call, String seed);
    }

    /** Answers a request that changes something. */
    public ApiAnswer change(Supplier<ApiCall> request, Work work) {
        return change(request, work, null);
    }

    /**
     * Answers a request that changes something.
     *
     * @param reveal adds to a remembered answer what is shown to the caller and never stored, or null
     */
    public ApiAnswer change(Supplier<ApiCall> request, Work work, @Nullable UnaryOperator<Map<String, Object>> reveal) {
        ApiCall call;
        try {
            call = request.get();
            checkKey(call);
        } catch (ApiRefusal refused) {
            return answer(refused);
        }
        String key = call.idempotencyKey();
        if (key == null) {
            return revealed(run(call, UUID.randomUUID().toString(), work), reveal);
        }
        String scope = "api|" + call.merchantId();
        String fingerprint = Secrets.digest(
                call.method() + " " + call.path() + "\n" + call.form().canonical());
        return switch (keys.claim(scope, key, fingerprint)) {
            case Claim.Replay(Answer answer) ->
                revealed(new ApiAnswer(answer.status(), sealing.open(answer.body()), true), reveal);
            case Claim.InFlight _ -> answer(ApiRefusal.keyInUse());
            case Claim.OtherRequest _ ->
                answer(ApiRefusal.idempotency("Keys for idempotent requests can only be used with the same parameters"
                        + " they were first used with. Try using a key other than the one you sent."));
            case Claim.Run(boolean again) -> revealed(remembered(scope, key, call, work, again), reveal);
        };
    }

    private ApiAnswer remembered(String scope, String key, ApiCall call, Work work, boolean again) {
        boolean answered = false;
        try {
            ApiAnswer answer = again ? runAgain(call, key, work) : run(call, key, work);
            if (answer.status() == 200 || answer.status() == ApiRefusal.PAYMENT_FAILED) {
                keys.answered(scope, key, new Answer(answer.status(), sealing.seal(answer.body())));
                answered = true;
            }
            return answer;
        } finally {
            if (!answered) {
                keys.forget(scope, key);
            }
        }
    }

    /**
     * Runs what a process began that has died. It may have been done: an intent that has gone on since is then the answer,
     * as it would have been had the process lived.
     */
    private ApiAnswer runAgain(ApiCall call, String seed, Work work) {
        return run(call, seed, (same, key) -> {
            try {
                return work.run(same, key);
            } catch (ApiRefusal refused) {
                return refused.intentGoneOn().orElseThrow(() -> refused);
            }
        });
    }

    private ApiAnswer run(ApiCall call, String seed, Work work) {
        try {
            return new ApiAnswer(200, json.write(shown(call, work.run(call, seed))), false);
        } catch (ApiRefusal refused) {
            return answer(refused);
        } catch (ProblemException refused) {
            return answer(ApiRefusal.of(refused));
        }
    }

    private Map<String, Object> shown(ApiCall call, Map<String, Object> object) {
        return versions.at(call.version(), call.merchantId(), object);
    }

    private ApiAnswer revealed(ApiAnswer answer, @Nullable UnaryOperator<Map<String, Object>> reveal) {
        return answer.status() == 200 && reveal != null
                ? new ApiAnswer(200, json.write(reveal.apply(json.read(answer.body()))), answer.replayed())
                : answer;
    }

    private static void checkKey(ApiCall call) {
        String key = call.idempotencyKey();
        if (key != null && (key.isBlank() || key.length() > IdempotencyKeys.KEY_LENGTH_MAX)) {
            throw ApiRefusal.invalid(
                    "Idempotency-Key",
                    "The Idempotency-Key is not 1 to " + IdempotencyKeys.KEY_LENGTH_MAX + " characters");
        }
    }

    private ApiAnswer answer(ApiRefusal refused) {
        return new ApiAnswer(refused.status(), json.write(refused.body()), false);
    }
}
