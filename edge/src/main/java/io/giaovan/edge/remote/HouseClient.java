package io.giaovan.edge.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.Problem;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.json.HouseJson;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Posts JSON to a neighbour's {@code /internal/…} endpoints with the house's key. A neighbour's problem arrives as the
 * same {@link ProblemException}; a neighbour that does not answer is {@link ErrorCode#UNAVAILABLE}. Safe for concurrent
 * use.
 */
@Singleton
public final class HouseClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ObjectMapper json = HouseJson.newMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final HouseSettings settings;

    public HouseClient(HouseSettings settings) {
        this.settings = settings;
    }

    /** Posts a record and reads the answer as a record. */
    public <T> T post(URI neighbour, String path, Object body, Class<T> answer) {
        return read(send(neighbour, path, body), json.constructType(answer));
    }

    /** Posts a record and reads the answer as a generic type, for instance a list. */
    public <T> T post(URI neighbour, String path, Object body, TypeReference<T> answer) {
        return read(send(neighbour, path, body), json.constructType(answer));
    }

    /** Posts a record and reads the answer; a 404 is empty. */
    public <T> Optional<T> find(URI neighbour, String path, Object body, Class<T> answer) {
        try {
            return Optional.of(post(neighbour, path, body, answer));
        } catch (ProblemException refused) {
            if (refused.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Posts a record and expects nothing back. */
    public void post(URI neighbour, String path, Object body) {
        send(neighbour, path, body);
    }

    private String send(URI neighbour, String path, Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(neighbour.resolve(path))
                    .timeout(ANSWER)
                    .header("Authorization", "Bearer " + settings.key())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw problem(response);
            }
            return response.body();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ErrorCode.UNAVAILABLE, "The call to " + path + " was interrupted", stop);
        } catch (IOException broken) {
            throw new ProblemException(
                    ErrorCode.UNAVAILABLE, "The neighbour behind " + path + " does not answer", broken);
        }
    }

    private <T> T read(String body, JavaType type) {
        try {
            return json.readValue(body, type);
        } catch (JsonProcessingException broken) {
            throw new ProblemException(ErrorCode.INTERNAL, "The neighbour's answer cannot be read", broken);
        }
    }

    private ProblemException problem(HttpResponse<String> response) {
        try {
            Problem problem = json.readValue(response.body(), Problem.class);
            return new ProblemException(ErrorCode.valueOf(problem.code()), problem.detail(), problem.errors());
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return new ProblemException(
                    ErrorCode.UNAVAILABLE, "The neighbour answered with status " + response.statusCode(), unreadable);
        }
    }
}
