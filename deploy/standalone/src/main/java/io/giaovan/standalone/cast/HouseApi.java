package io.giaovan.standalone.cast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.edge.json.HouseJson;
import io.giaovan.standalone.start.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Calls the house over HTTP as its people do. A call that got no answer, or one that says to come back, is sent again
 * under the same key until {@code patience} is over, so a house that was killed and started again is survived. Safe for
 * concurrent use.
 */
public final class HouseApi {
    /** Where the simulated clock is moved. */
    public static final String CLOCK = "/internal/clock";

    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final Set<Integer> COME_BACK = Set.of(409, 429, 502, 503);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper json = HouseJson.newMapper();
    private volatile House.Addresses addresses;
    private final String houseKey;
    private final Duration patience;
    private final Witness witness;

    /**
     * @param patience how long a call is repeated that the house does not answer; zero for never
     */
    public HouseApi(House.Addresses addresses, String houseKey, Duration patience) {
        this(addresses, houseKey, patience, Witness.NONE);
    }

    /**
     * @param patience how long a call is repeated that the house does not answer; zero for never
     * @param witness hears every call and its answer
     */
    public HouseApi(House.Addresses addresses, String houseKey, Duration patience, Witness witness) {
        this.addresses = addresses;
        this.houseKey = houseKey;
        this.patience = patience;
        this.witness = witness;
    }

    /**
     * One call, however often it is sent.
     *
     * @param service where it goes
     * @param method GET, POST or PUT
     * @param path with query
     * @param key of the caller, or null
     * @param idempotencyKey under which it may be repeated, or null
     * @param body what is sent, or null
     */
    public record Call(
            Service service,
            String method,
            String path,
            @Nullable String key,
            @Nullable String idempotencyKey,
            @Nullable Object body) {
        /** Keeps keys and bodies out of logs. */
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** A body that is sent as it is, not as JSON. */
    public record Upload(String contentType, byte[] bytes) {}

    /** Hears what is called and what is answered, on the caller's thread. */
    public interface Witness {
        Witness NONE = new Witness() {};

        /** A call is about to be sent, for the first time. */
        default void begins(Call call) {}

        /** A call was answered for good, or not at all. */
        default void ended(Call call, @Nullable Answer answer) {}
    }

    /** The status and body of an answer. */
    public record Answer(int status, JsonNode body) {
        public boolean fine() {
            return status / 100 == 2;
        }

        /** The stable code of a refusal, empty when there is none. */
        public String code() {
            return body.path("code").asText("");
        }
    }

    /** Which service a call goes to. */
    public enum Service {
        ORDERS(House.Addresses::orders),
        ENGINE(House.Addresses::engine),
        PAYMENTS(House.Addresses::payments),
        PARTNERS(House.Addresses::partners);

        private final Function<House.Addresses, URI> address;

        Service(Function<House.Addresses, URI> address) {
            this.address = address;
        }
    }

    public House.Addresses addresses() {
        return addresses;
    }

    /** Where the house is after it was started again. */
    public void moveTo(House.Addresses now) {
        addresses = now;
    }

    public String houseKey() {
        return houseKey;
    }

    public Answer get(Service service, String path, @Nullable String key) {
        return send(service, "GET", path, key, null, null);
    }

    public Answer post(
            Service service, String path, @Nullable String key, @Nullable String idempotencyKey, Object body) {
        return send(service, "POST", path, key, idempotencyKey, body);
    }

    /** Like {@link #get}, but anything that is not fine is an error of the play. */
    public JsonNode mustGet(Service service, String path, @Nullable String key) {
        return must(path, get(service, path, key));
    }

    /** Like {@link #post}, but anything that is not fine is an error of the play. */
    public JsonNode mustPost(
            Service service, String path, @Nullable String key, @Nullable String idempotencyKey, Object body) {
        return must(path, post(service, path, key, idempotencyKey, body));
    }

    /** Calls the house itself with the house's key. */
    public JsonNode house(Service service, String path, Object body) {
        return mustPost(service, path, houseKey, null, body);
    }

    /** Puts something at its place with the house's key. */
    public JsonNode housePut(Service service, String path, Object body) {
        return must(path, send(service, "PUT", path, houseKey, null, body));
    }

    /** The raw bytes of an answer, for documents. */
    public byte[] document(Service service, String path, @Nullable String key) {
        HttpRequest request = request(new Call(service, "GET", path, key, null, null));
        HttpResponse<byte[]> response = patiently(
                request, HttpResponse.BodyHandlers.ofByteArray(), got -> COME_BACK.contains(got.statusCode()));
        if (response.statusCode() != 200) {
            throw new IllegalStateException("GET " + path + " answered " + response.statusCode());
        }
        return response.body();
    }

    /** Whether every process says twice in a row that it has nothing left to do. */
    public boolean quiet() {
        long first = unfinished();
        return first == 0 && unfinished() == 0;
    }

    /**
     * Waits until the house is quiet. What patience waits for an answer comes on top of the limit.
     *
     * @throws IllegalStateException naming what is left when it is not quiet in time
     */
    public void awaitQuiet(Duration limit) {
        long deadline = System.nanoTime() + limit.plus(patience).toNanos();
        while (!quiet()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the house is not quiet after " + limit + ": " + leftToDo());
            }
            pause(Duration.ofMillis(2));
        }
    }

    /** What each process still has to do, in words. */
    public String leftToDo() {
        StringBuilder left = new StringBuilder();
        processes()
                .forEach(service -> left.append(service)
                        .append(' ')
                        .append(get(service, "/internal/backlog", houseKey)
                                .body()
                                .path("byWorker"))
                        .append("; "));
        return left.toString();
    }

    /** Moves the simulated clock of every process. */
    public void moveClock(Instant to) {
        processes().forEach(service -> house(service, CLOCK, new Now(to)));
    }

    /** What the clock is moved by. */
    public record Now(Instant now) {}

    private Set<Service> processes() {
        boolean one = addresses.orders().equals(addresses.engine());
        return one ? Set.of(Service.ORDERS) : Set.of(Service.values());
    }

    private long unfinished() {
        return processes().stream()
                .mapToLong(service -> mustGet(service, "/internal/backlog", houseKey)
                        .path("unfinished")
                        .asLong())
                .sum();
    }

    private Answer send(
            Service service,
            String method,
            String path,
            @Nullable String key,
            @Nullable String idempotencyKey,
            @Nullable Object body) {
        Call call = new Call(service, method, path, key, idempotencyKey, body);
        witness.begins(call);
        Answer answer = null;
        try {
            answer = answer(patiently(
                    request(call), HttpResponse.BodyHandlers.ofString(), response -> comesBack(answer(response))));
            return answer;
        } finally {
            witness.ended(call, answer);
        }
    }

    private <T> HttpResponse<T> patiently(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, Predicate<HttpResponse<T>> comesBack) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                HttpResponse<T> response = sent(request, handler);
                if (!comesBack.test(response) || System.nanoTime() > deadline) {
                    return response;
                }
            } catch (UncheckedIOException noAnswer) {
                if (System.nanoTime() > deadline) {
                    throw noAnswer;
                }
            }
            pause(PAUSE);
        }
    }

    private Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), read(response.body()));
    }

    /** A refusal that is gone when the same call is sent a moment later. */
    private static boolean comesBack(Answer answer) {
        return COME_BACK.contains(answer.status())
                && (answer.status() != 409
                        || answer.code().equals("IDEMPOTENCY_KEY_IN_USE")
                        || answer.code().equals("LOST_RACE"));
    }

    private HttpRequest request(Call call) {
        Object body = call.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        call.service().address.apply(addresses).resolve(call.path()))
                .timeout(ANSWER)
                .method(
                        call.method(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(written(body)));
        if (body != null) {
            request.header("Content-Type", body instanceof Upload upload ? upload.contentType() : "application/json");
        }
        if (call.key() != null) {
            request.header("Authorization", "Bearer " + call.key());
        }
        if (call.idempotencyKey() != null) {
            request.header("Idempotency-Key", call.idempotencyKey());
        }
        return request.build();
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    request.method() + " " + request.uri().getPath() + " got no answer", broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    private static JsonNode must(String path, Answer answer) {
        if (!answer.fine()) {
            throw new IllegalStateException(path + " answered " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    private byte[] written(Object body) {
        if (body instanceof Upload upload) {
            return upload.bytes();
        }
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("a body cannot be written", broken);
        }
    }

    private JsonNode read(String body) {
        try {
            return body.isEmpty() ? json.nullNode() : json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return json.getNodeFactory().textNode(body);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }
}
