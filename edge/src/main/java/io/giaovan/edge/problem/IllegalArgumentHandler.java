package io.giaovan.edge.problem;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.FieldError;
import io.giaovan.contracts.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;

/** A domain value that refused to be born while a request was translated: its message begins with the field. */
@Singleton
@Produces
final class IllegalArgumentHandler implements ExceptionHandler<IllegalArgumentException, HttpResponse<?>> {
    private final Problems problems;
    private final UnexpectedErrorHandler unexpected;

    IllegalArgumentHandler(Problems problems, UnexpectedErrorHandler unexpected) {
        this.problems = problems;
        this.unexpected = unexpected;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, IllegalArgumentException refused) {
        String message = String.valueOf(refused.getMessage());
        int colon = message.indexOf(": ");
        if (colon <= 0 || message.substring(0, colon).contains(" ")) {
            return unexpected.handle(request, refused);
        }
        return problems.response(
                request,
                new ProblemException(
                        ErrorCode.INVALID_FIELD,
                        message,
                        List.of(new FieldError(message.substring(0, colon), "", message.substring(colon + 2)))));
    }
}
