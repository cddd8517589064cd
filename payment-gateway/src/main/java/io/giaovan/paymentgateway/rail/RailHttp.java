package io.giaovan.paymentgateway.rail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.edge.json.HouseJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Speaks JSON with one provider. No redirects, bounded waiting, bounded answers. Safe for concurrent use. */
public final class RailHttp {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int ANSWER_LENGTH_MAX = 1_000_000;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ObjectMapper json = HouseJson.newMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final Duration answerWithin;

    public RailHttp(Duration answerWithin) {
        this.answerWithin = answerWithin;
    }

    /** An answer of any status; {@code body} is an empty object when there was none. */
    public record Reply(int status, JsonNode body) {
        public boolean ok() {
            return status / 100 == 2;
        }

        /** The provider's error code, or the empty text. */
        public String code() {
            return body.path("code").asText("");
        }
    }

    /** No clear answer came: the request may or may not have been carried out. */
    public static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(String why, @Nullable Throwable cause) {
            super(why, cause);
        }

        /** Whether it is sure that nothing was received: nobody listened, so no request was ever sent. */
        public boolean nothingSent() {
            return getCause() instanceof ConnectException || getCause() instanceof HttpConnectTimeoutException;
        }
    }

    /** What the first call of an attempt says when it got no answer. */
    public static RailAnswer unanswered(NoAnswer none) {
        String why = String.valueOf(none.getMessage());
        return none.nothingSent() ? new RailAnswer.NotAccepted(why) : new RailAnswer.Unknown(why);
    }

    /** What every later call says when it got no answer, whatever kept the answer away. */
    public static RailAnswer unknown(NoAnswer none) {
        return new RailAnswer.Unknown(String.valueOf(none.getMessage()));
    }

    public static NoAnswer noAnswer(String why) {
        return new NoAnswer(why, null);
    }

    public String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("body: cannot be written as JSON", broken);
        }
    }

    public Reply post(URI address, String body, Map<String, String> headers) throws NoAnswer {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    public Reply put(URI address, String body, Map<String, String> headers) throws NoAnswer {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    public Reply get(URI address, Map<String, String> headers) throws NoAnswer {
        return send(HttpRequest.newBuilder(address).GET(), headers);
    }

    private Reply send(HttpRequest.Builder request, Map<String, String> headers) throws NoAnswer {
        headers.forEach(request::header);
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(answerWithin).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 500) {
                throw new NoAnswer("status " + response.statusCode(), null);
            }
            String body = response.body();
            if (body.length() > ANSWER_LENGTH_MAX) {
                throw new NoAnswer("an answer of " + body.length() + " characters", null);
            }
            return new Reply(response.statusCode(), body.isBlank() ? json.createObjectNode() : json.readTree(body));
        } catch (JsonProcessingException unreadable) {
            throw new NoAnswer("an answer that is not JSON", unreadable);
        } catch (IOException broken) {
            throw new NoAnswer(broken.getClass().getSimpleName(), broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted", stop);
        }
    }
}
