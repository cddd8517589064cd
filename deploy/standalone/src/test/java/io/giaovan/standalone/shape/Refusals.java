package io.giaovan.standalone.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.FieldError;
import io.giaovan.contracts.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a caller sees of a refusal must not depend on the shape. */
final class Refusals {
    private Refusals() {}

    static void refused(ErrorCode code, ThrowingCallable call) {
        assertThat(problemOf(call).code()).isEqualTo(code);
    }

    static void refusedField(String field, String value, ThrowingCallable call) {
        ProblemException problem = problemOf(call);
        assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(problem.errors()).hasSize(1);
        FieldError error = problem.errors().getFirst();
        assertThat(error.field()).isEqualTo(field);
        assertThat(error.value()).isEqualTo(value);
        assertThat(error.limit()).isNotBlank();
        assertThat(problem).hasMessageContaining(field);
    }

    private static ProblemException problemOf(ThrowingCallable call) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, call);
        assertThat(problem).as("a refusal").isNotNull();
        return problem;
    }
}
