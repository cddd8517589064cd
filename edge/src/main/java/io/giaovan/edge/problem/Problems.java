package io.giaovan.edge.problem;

import io.giaovan.contracts.problem.Problem;
import io.giaovan.contracts.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;

/** Renders problems in the shape that the surface asked for. */
@Singleton
public final class Problems {
    private static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

    private final List<ErrorShape> shapes;

    Problems(List<ErrorShape> shapes) {
        this.shapes = shapes;
    }

    public MutableHttpResponse<?> response(HttpRequest<?> request, ProblemException refused) {
        return fill(
                request, HttpResponse.status(HttpStatus.valueOf(refused.code().status())), refused.toProblem());
    }

    public MutableHttpResponse<?> fill(HttpRequest<?> request, MutableHttpResponse<?> response, Problem problem) {
        for (ErrorShape shape : shapes) {
            if (shape.covers(request.getPath())) {
                HttpStatus status = shape.status(HttpStatus.valueOf(response.code()), problem);
                return response.status(status)
                        .body(shape.body(status, problem))
                        .contentType(MediaType.APPLICATION_JSON_TYPE);
            }
        }
        return response.body(problem).contentType(PROBLEM_JSON);
    }
}
