package io.giaovan.orderservice.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.store.idempotency.Answer;
import io.giaovan.store.idempotency.Claim;
import io.giaovan.store.idempotency.IdempotencyKeys;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.function.Function;

/**
 * Runs a creating call once per Idempotency-Key and seller. A refusal is not remembered, so what runs must be repeatable:
 * derive ids from the key it is given.
 */
@Singleton
public final class IdempotentCalls {
    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    IdempotentCalls(IdempotencyKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /**
     * Answers a creating call with status 201.
     *
     * @param merchantId who calls
     * @param call what is called, with the ids of its path
     * @param body the request's body, for telling two requests apart
     * @param run makes the answer from the key
     */
    public HttpResponse<String> created(
            HttpRequest<?> request, MerchantId merchantId, String call, Object body, Function<String, Object> run) {
        String key = keyOf(request);
        String scope = "order-service|" + merchantId + "|" + call;
        return switch (keys.claim(scope, key, Secrets.digest(written(body)))) {
            case Claim.Replay(Answer answer) -> response(answer);
            case Claim.InFlight _ ->
                throw new ProblemException(
                        ErrorCode.IDEMPOTENCY_KEY_IN_USE, "The first request with this key is still running");
            case Claim.OtherRequest _ ->
                throw new ProblemException(
                        ErrorCode.IDEMPOTENCY_KEY_REUSED, "The key came with another body before; choose a new key");
            case Claim.Run _ -> run(scope, key, run);
        };
    }

    private HttpResponse<String> run(String scope, String key, Function<String, Object> run) {
        boolean answered = false;
        try {
            Answer answer = new Answer(201, written(run.apply(key)));
            keys.answered(scope, key, answer);
            answered = true;
            return response(answer);
        } finally {
            if (!answered) {
                keys.forget(scope, key);
            }
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("a " + value.getClass().getSimpleName() + " cannot be written", broken);
        }
    }

    private static HttpResponse<String> response(Answer answer) {
        return HttpResponse.<String>status(answer.status(), "")
                .body(answer.body())
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static String keyOf(HttpRequest<?> request) {
        String header = request.getHeaders().get("Idempotency-Key");
        String key = header == null ? "" : header.strip();
        if (key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        if (key.isBlank()) {
            throw new ProblemException(
                    ErrorCode.MISSING_IDEMPOTENCY_KEY, "Choose a unique key and send it as Idempotency-Key");
        }
        if (key.length() > IdempotencyKeys.KEY_LENGTH_MAX) {
            throw ProblemException.invalid(
                    "Idempotency-Key", key, "at most " + IdempotencyKeys.KEY_LENGTH_MAX + " characters");
        }
        return key;
    }
}
