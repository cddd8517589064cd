package io.giaovan.routingengine.plan;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.travel.TravelTimes;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The planning API: ask for a plan, hear how it gets on, fetch it when it is done. */
@Controller("/plans/v1")
@Requires(beans = TravelTimes.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlansController {
    private static final int KEY_LENGTH_MAX = 255;

    private final PlanningAccess access;
    private final PlanningJobs jobs;
    private final PlanEvents events;

    PlansController(PlanningAccess access, PlanningJobs jobs, PlanEvents events) {
        this.access = access;
        this.jobs = jobs;
        this.events = events;
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

    /** Events of a job as they happen; a client that has heard the last one already is told to stop asking. */
    @Get(uri = "/{planId}/events", produces = MediaType.TEXT_EVENT_STREAM)
    HttpResponse<Publisher<Event<String>>> events(
            HttpRequest<?> request,
            String planId,
            @Nullable @Header("Last-Event-ID") String lastId,
            @Nullable @QueryValue("api_key") String apiKey) {
        access.check(request.getHeaders().get("Authorization"), apiKey);
        jobs.get(planId);
        if (PlanEvents.LAST.equals(lastId)) {
            return HttpResponse.noContent();
        }
        EventStream stream = new EventStream(events::leave);
        events.listen(planId, lastId, stream);
        return HttpResponse.ok(Publishers.map(stream, PlansController::written)).header("Cache-Control", "no-store");
    }

    @Delete("/{planId}")
    StandingAnswer cancel(HttpRequest<?> request, String planId, @Nullable @QueryValue("api_key") String apiKey) {
        access.check(request.getHeaders().get("Authorization"), apiKey);
        return answer(jobs.cancel(planId));
    }

    private static Event<String> written(PlanEvents.PlanEvent event) {
        Event<String> written = Event.of(event.data()).name(event.name());
        String id = event.id();
        return id == null ? written : written.id(id);
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
