package io.giaovan.routingengine.plan;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.travel.TravelTimes;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** The planning API: ask for a plan, fetch it when it is done. */
@Controller("/plans/v1")
@Requires(beans = TravelTimes.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlansController {
    private static final int KEY_LENGTH_MAX = 255;

    private final PlanningAccess access;
    private final PlanningJobs jobs;

    PlansController(PlanningAccess access, PlanningJobs jobs) {
        this.access = access;
        this.jobs = jobs;
    }

    record Entered(String planId) {}

    record StandingAnswer(
            String planId,
            String status,
            @Nullable Long iterations,
            @JsonRawValue @Nullable String result) {}

    @Post
    @Status(HttpStatus.ACCEPTED)
    Entered enter(
            HttpRequest<?> request,
            @Body PlanRequest body,
            @Nullable @Header("Idempotency-Key") String key,
            @Nullable @QueryValue("api_key") String apiKey) {
        access.check(request.getHeaders().get("Authorization"), apiKey);
        return new Entered(jobs.enter(body, plain(key)));
    }

    @Get("/{planId}")
    StandingAnswer get(HttpRequest<?> request, String planId, @Nullable @QueryValue("api_key") String apiKey) {
        access.check(request.getHeaders().get("Authorization"), apiKey);
        return answer(jobs.get(planId));
    }

    @Delete("/{planId}")
    StandingAnswer cancel(HttpRequest<?> request, String planId, @Nullable @QueryValue("api_key") String apiKey) {
        access.check(request.getHeaders().get("Authorization"), apiKey);
        return answer(jobs.cancel(planId));
    }

    private static StandingAnswer answer(PlanningJobs.Standing standing) {
        return new StandingAnswer(standing.planId(), standing.status(), standing.iterations(), standing.result());
    }

    private static String plain(@Nullable String key) {
        String plain = key == null ? "" : key.strip().replaceAll("^\"|\"$", "");
        if (plain.isEmpty()) {
            throw new ProblemException(
                    ErrorCode.MISSING_IDEMPOTENCY_KEY, "Send a header 'Idempotency-Key' with a value of your choice");
        }
        if (plain.length() > KEY_LENGTH_MAX) {
            throw ProblemException.invalid(
                    "Idempotency-Key",
                    plain.length() + " characters",
                    "is longer than " + KEY_LENGTH_MAX + " characters");
        }
        return plain;
    }
}
