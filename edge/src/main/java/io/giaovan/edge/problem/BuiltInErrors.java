package io.giaovan.edge.problem;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.FieldError;
import io.giaovan.contracts.problem.Problem;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.json.JsonRefusal;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Errors that the HTTP server itself finds: unknown address, wrong method, broken body, body over the limit. */
@Singleton
final class BuiltInErrors implements ErrorResponseProcessor<Object> {
    private final Problems problems;

    BuiltInErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Optional<ProblemException> json = context.getRootCause().flatMap(JsonRefusal::among);
        if (json.isPresent()) {
            ErrorCode code = json.get().code();
            return (MutableHttpResponse<Object>) problems.fill(
                    context.getRequest(),
                    response.status(code.status()),
                    json.get().toProblem());
        }
        ErrorCode code = codeOf(response.code());
        List<FieldError> errors = context.getErrors().stream()
                .flatMap(error ->
                        error.getPath().stream().map(path -> new FieldError(lastOf(path), "", error.getMessage())))
                .toList();
        String detail = context.getErrors().isEmpty()
                ? code.title()
                : context.getErrors().getFirst().getMessage();
        return (MutableHttpResponse<Object>)
                problems.fill(context.getRequest(), response.status(code.status()), Problem.of(code, detail, errors));
    }

    private static String lastOf(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static ErrorCode codeOf(int status) {
        return switch (status) {
            case 400 -> ErrorCode.BAD_JSON;
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 413 -> ErrorCode.BODY_TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 422 -> ErrorCode.INVALID_FIELD;
            case 429 -> ErrorCode.TOO_MANY_REQUESTS;
            case 502 -> ErrorCode.PARTNER_FAILED;
            case 503 -> ErrorCode.UNAVAILABLE;
            default -> ErrorCode.INTERNAL;
        };
    }
}
