package io.giaovan.routingengine.plan.vroom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.network.RoadNetwork;
import io.giaovan.routingengine.plan.PlanSettings;
import io.giaovan.routingengine.plan.PlanningAccess;
import io.giaovan.routingengine.plan.Searches;
import io.giaovan.routingengine.solve.SolveLimits;
import io.giaovan.routingengine.solve.SolveProgress;
import io.giaovan.routingengine.travel.TravelTimes;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers clients of vroom-express, of openrouteservice's optimization and of Fleetbase as those servers would, in solve
 * mode and in plan mode. Fields that mean nothing here are ignored, as they are there.
 */
@Controller("/vroom")
@Requires(beans = TravelTimes.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class VroomController {
    private static final String NO_TASKS =
            "Invalid JSON object in request, please add vehicles and jobs or shipments to the object body";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long SEED = 1;

    private final ObjectMapper json = new ObjectMapper();
    private final PlanningAccess access;
    private final Searches searches;
    private final TravelTimes roads;
    private final RoadNetwork network;
    private final PlanSettings settings;

    VroomController(
            PlanningAccess access, Searches searches, TravelTimes roads, RoadNetwork network, PlanSettings settings) {
        this.access = access;
        this.searches = searches;
        this.roads = roads;
        this.network = network;
        this.settings = settings;
    }

    @Get("/health")
    HttpResponse<String> health() {
        return open(HttpResponse.ok());
    }

    @Options(uris = {"/", "/solve", "/optimization"})
    HttpResponse<String> preflight() {
        MutableHttpResponse<String> response = HttpResponse.noContent();
        return open(response)
                .header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                .header("Access-Control-Allow-Headers", "Content-Type, Authorization");
    }

    @Post(uris = {"/", "/solve", "/optimization"})
    @Consumes(MediaType.ALL)
    HttpResponse<String> solve(
            HttpRequest<?> request, @Nullable @Body String body, @Nullable @QueryValue("api_key") String apiKey) {
        access.check(request.getHeaders().get("Authorization"), apiKey);
        try {
            return open(HttpResponse.ok(solved(body == null ? "" : body).toString()));
        } catch (VroomTrouble trouble) {
            MutableHttpResponse<String> response = HttpResponse.status(HttpStatus.valueOf(trouble.status()));
            return open(response.body(
                    json.valueToTree(Map.of("code", trouble.code(), "error", String.valueOf(trouble.getMessage())))
                            .toString()));
        }
    }

    private ObjectNode solved(String body) {
        long begin = System.nanoTime();
        if (body.getBytes(StandardCharsets.UTF_8).length > settings.vroomBytesMax()) {
            throw new VroomTrouble(
                    VroomTrouble.TOO_LARGE, "The request is longer than " + settings.vroomBytesMax() + " bytes.");
        }
        JsonNode request = read(body);
        checkSize(request);
        VroomPlaces places = new VroomPlaces(request, roads, network);
        return request.path("options").path("c").asBoolean(false)
                ? timed(request, places, begin)
                : planned(request, places, begin);
    }

    /** Solve mode: the routes are chosen. */
    private ObjectNode planned(JsonNode request, VroomPlaces places, long begin) {
        VroomProblem problem = VroomProblem.of(request, places);
        long loaded = System.nanoTime();
        Plan plan = searches.work(
                PATIENCE,
                () -> searches.search(problem.problem(), limits(request), SolveProgress.Listener.NONE, () -> false));
        SolvedRoutes routes = new SolvedRoutes(problem);
        return new VroomAnswer(places, problem.dimensions())
                .write(routes.of(plan), routes.left(plan), millis(begin, loaded), millis(loaded, System.nanoTime()));
    }

    /** Plan mode: the routes are given, and when their steps begin is chosen. */
    private ObjectNode timed(JsonNode request, VroomPlaces places, long begin) {
        FixedRoutes routes = new FixedRoutes(request, places);
        long loaded = System.nanoTime();
        List<DrivenRoute> timed = searches.work(PATIENCE, routes::timed);
        return new VroomAnswer(places, routes.dimensions())
                .write(timed, routes.left(), millis(begin, loaded), millis(loaded, System.nanoTime()));
    }

    private JsonNode read(String body) {
        JsonNode request;
        try {
            request = json.readTree(body);
        } catch (JsonProcessingException broken) {
            throw VroomTrouble.input(
                    "The JSON is broken at line " + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr() + ".");
        }
        boolean tasks = request.path("jobs").isArray() && !request.path("jobs").isEmpty()
                || request.path("shipments").isArray()
                        && !request.path("shipments").isEmpty();
        if (!request.path("vehicles").isArray() || request.path("vehicles").isEmpty() || !tasks) {
            throw VroomTrouble.input(NO_TASKS);
        }
        return request;
    }

    private void checkSize(JsonNode request) {
        int locations =
                request.path("jobs").size() + 2 * request.path("shipments").size();
        if (locations > settings.vroomLocationsMax()) {
            throw new VroomTrouble(
                    VroomTrouble.TOO_LARGE,
                    "Too many locations (" + locations + ") in query, maximum is set to "
                            + settings.vroomLocationsMax());
        }
        int vehicles = request.path("vehicles").size();
        if (vehicles > settings.vroomVehiclesMax()) {
            throw new VroomTrouble(
                    VroomTrouble.TOO_LARGE,
                    "Too many vehicles (" + vehicles + ") in query, maximum is set to " + settings.vroomVehiclesMax());
        }
    }

    private SolveLimits limits(JsonNode request) {
        double seconds = request.path("options").path("l").asDouble(0);
        Duration time = seconds > 0
                ? Duration.ofMillis((long) (Math.min(seconds, settings.vroomSecondsMax()) * 1000))
                : Duration.ofMillis(settings.vroomMillisDefault());
        return SolveLimits.within(time, SEED);
    }

    private static long millis(long from, long to) {
        return Duration.ofNanos(to - from).toMillis();
    }

    private static MutableHttpResponse<String> open(MutableHttpResponse<String> response) {
        return response.contentType(MediaType.APPLICATION_JSON_TYPE).header("Access-Control-Allow-Origin", "*");
    }
}
