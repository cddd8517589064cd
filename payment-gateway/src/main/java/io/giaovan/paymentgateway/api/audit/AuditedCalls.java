package io.giaovan.paymentgateway.api.audit;

import io.giaovan.contracts.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes down calls that come from within the process, where {@link AuditFilter} sees none, as it would have. */
@Singleton
public final class AuditedCalls {
    private static final String DONE = "200";
    private static final String FAILED = "500";

    private final AuditLog log;
    private final Clock clock;

    AuditedCalls(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Makes a call of the house's and writes it down before its caller hears the answer or the refusal.
     *
     * @param path where the same call is answered over HTTP
     * @param object id of what was answered
     */
    public <T> T post(String path, Function<T, String> object, Supplier<T> call) {
        T answer;
        try {
            answer = call.get();
        } catch (ProblemException refused) {
            write(path, "", String.valueOf(refused.code().status()));
            throw refused;
        } catch (RuntimeException failed) {
            write(path, "", FAILED);
            throw failed;
        }
        write(path, object.apply(answer), DONE);
        return answer;
    }

    private void write(String path, String object, String outcome) {
        log.add(clock.instant(), AuditFilter.HOUSE, "POST " + path, object, outcome);
    }
}
