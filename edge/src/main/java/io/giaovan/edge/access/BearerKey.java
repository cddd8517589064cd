package io.giaovan.edge.access;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Reads the key from {@code Authorization: Bearer …}. */
public final class BearerKey {
    private static final int KEY_LENGTH_MAX = 1_000;

    private BearerKey() {}

    public static Optional<String> find(HttpRequest<?> request) {
        String header = request.getHeaders().get("Authorization");
        return header != null && header.startsWith("Bearer ") && header.length() < KEY_LENGTH_MAX
                ? Optional.of(header.substring(7).strip())
                : Optional.empty();
    }

    public static String get(HttpRequest<?> request) {
        return find(request)
                .orElseThrow(() ->
                        new ProblemException(ErrorCode.UNAUTHENTICATED, "Send the key as 'Authorization: Bearer …'"));
    }
}
