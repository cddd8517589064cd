package io.giaovan.edge.problem;

import io.giaovan.contracts.problem.Problem;
import io.micronaut.http.HttpStatus;

/** How errors look on an HTTP surface that follows somebody else's protocol. */
public interface ErrorShape {
    /** Whether a request path, without query, belongs to the surface. */
    boolean covers(String path);

    /** The status to send; the problem's own unless the protocol wants another. */
    default HttpStatus status(HttpStatus status, Problem problem) {
        return status;
    }

    /** The body to send, written as JSON. */
    Object body(HttpStatus status, Problem problem);
}
