package io.giaovan.edge.problem;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.json.JsonRefusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything nobody expected: logged with its cause, answered without it. */
@Singleton
@Produces
final class UnexpectedErrorHandler implements ExceptionHandler<RuntimeException, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrorHandler.class);

    private final Problems problems;

    UnexpectedErrorHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, RuntimeException thrown) {
        Optional<ProblemException> unreadable = JsonRefusal.among(thrown);
        if (unreadable.isPresent()) {
            return problems.response(request, unreadable.get());
        }
        LOG.error("{} {} failed", request.getMethod(), request.getPath(), thrown);
        return problems.response(
                request, new ProblemException(ErrorCode.INTERNAL, "The failure is in our log. Try again later."));
    }
}
