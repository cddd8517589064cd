package io.giaovan.routingengine.plan.vroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.dispatch.TestEngine;
import io.giaovan.routingengine.network.TestRoads;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.city.CityHouse;
import io.giaovan.routingengine.travel.TravelMatrix;
import io.giaovan.routingengine.travel.TravelTimes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests of the kinds that VROOM publishes as examples, with data of our own, on the made-up city's roads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VroomExamplesIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestEngine engine = new TestEngine(
            "giaovan.network.enabled",
            "true",
            "test.fake-roads",
            "false",
            "giaovan.network.seed",
            String.valueOf(TestRoads.SEED),
            "giaovan.network.work-folder",
            TestRoads.WORK.toString(),
            "giaovan.plan.vroom-millis-default",
            "300");

    @AfterAll
    void stop() {
        engine.close();
    }

    /** Own problems with the worth of what VROOM 1.15.2 found for them at its highest exploration. */
    static List<String> recorded() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(VroomExamplesIT.class.getResourceAsStream("solve-mode.jsonl")),
                StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void routesAreLawfulAndNoWorseThanVrooms(String line) throws IOException {
        JsonNode example = JSON.readTree(line);
        JsonNode request = example.at("/request");
        JsonNode vroom = example.at("/vroom");

        JsonNode answer = ask("/vroom", request.toString());

        VroomReferee.Worth worth = new VroomReferee(request, onMatrix(request)).judge(answer);
        assertThat(worth.priority())
                .as("priority of %s", example.at("/name"))
                .isGreaterThanOrEqualTo(vroom.path("priority").asLong());
        assertThat(worth.left())
                .as("left by %s", example.at("/name"))
                .isLessThanOrEqualTo(vroom.path("unassigned").asInt());
        assertThat(worth.cost())
                .as("cost of %s", example.at("/name"))
                .isLessThanOrEqualTo(vroom.path("cost").asLong());
    }

    @Test
    void coordinatesAreDrivenOnTheCitysRoads() throws IOException {
        List<GeoPoint> houses = houses(8);
        String depot = at(houses.get(0));
        JsonNode request = JSON.readTree(("{'vehicles':[" + "{'id':1,'start':" + depot + ",'end':" + depot
                        + ",'capacity':[4],'skills':[1,14],'time_window':[28800,43200],'breaks':[{'id':1,'service':300,'time_windows':[[32400,34200]]}]},"
                        + "{'id':2,'profile':'motorbike','start':" + depot + ",'end':" + depot
                        + ",'capacity':[4],'skills':[2,14],'time_window':[28800,43200]}],'jobs':["
                        + "{'id':1,'service':300,'delivery':[1],'location':" + at(houses.get(1))
                        + ",'skills':[1],'time_windows':[[32400,36000]]},"
                        + "{'id':2,'service':300,'pickup':[1],'location':" + at(houses.get(2)) + ",'skills':[1]},"
                        + "{'id':3,'service':300,'delivery':[1],'location':" + at(houses.get(3)) + ",'skills':[14]},"
                        + "{'id':4,'setup':60,'service':300,'delivery':[1],'location':" + at(houses.get(4))
                        + ",'skills':[14]}],'shipments':[{'amount':[1],'skills':[2],'pickup':{'id':4,'service':300,'location':"
                        + at(houses.get(5)) + "},'delivery':{'id':3,'service':300,'location':" + at(houses.get(6))
                        + "}}],'options':{'g':true}}")
                .replace('\'', '"'));

        JsonNode answer = ask("/vroom/optimization", request.toString());

        VroomReferee.Worth worth = new VroomReferee(request, onRoads()).judge(answer);
        assertThat(worth.left()).isZero();
        for (JsonNode route : answer.at("/routes")) {
            List<double[]> line = PolylineReader.read(route.at("/geometry").asText());
            assertThat(line).hasSizeGreaterThan(2);
            assertThat(line.getFirst()[0]).isCloseTo(houses.get(0).lat(), offset(0.003));
            assertThat(line.getFirst()[1]).isCloseTo(houses.get(0).lon(), offset(0.003));
        }
    }

    private JsonNode ask(String path, String body) {
        TestEngine.Reply reply = engine.send("POST", path, TestEngine.HOUSE_KEY, null, body);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    private static List<GeoPoint> houses(int count) {
        return TestRoads.plan().sample(count, new Random(4)).stream()
                .map(CityHouse::point)
                .toList();
    }

    private static String at(GeoPoint point) {
        return "[" + point.lon() + "," + point.lat() + "]";
    }

    private static VroomReferee.Ways onMatrix(JsonNode request) {
        return new VroomReferee.Ways() {
            @Override
            public long seconds(JsonNode vehicle, JsonNode from, JsonNode to) {
                return cell("durations", vehicle, from, to);
            }

            @Override
            public long metres(JsonNode vehicle, JsonNode from, JsonNode to) {
                return cell("distances", vehicle, from, to);
            }

            private long cell(String matrix, JsonNode vehicle, JsonNode from, JsonNode to) {
                return request.path("matrices")
                        .path(vehicle.path("profile").asText("car"))
                        .path(matrix)
                        .path(from.path("location_index").asInt())
                        .path(to.path("location_index").asInt())
                        .asLong();
            }
        };
    }

    private VroomReferee.Ways onRoads() {
        TravelTimes travel = engine.bean(TravelTimes.class);
        return new VroomReferee.Ways() {
            @Override
            public long seconds(JsonNode vehicle, JsonNode from, JsonNode to) {
                return between(vehicle, from, to).seconds(0, 1);
            }

            @Override
            public long metres(JsonNode vehicle, JsonNode from, JsonNode to) {
                return between(vehicle, from, to).metres(0, 1);
            }

            private TravelMatrix between(JsonNode vehicle, JsonNode from, JsonNode to) {
                VehicleProfile kind = vehicle.has("profile") ? VehicleProfile.MOTORBIKE : VehicleProfile.VAN;
                return travel.between(kind, List.of(point(from), point(to)));
            }

            private GeoPoint point(JsonNode step) {
                return new GeoPoint(
                        step.at("/location/1").asDouble(),
                        step.at("/location/0").asDouble());
            }
        };
    }
}
