package io.giaovan.integrations.sync.partner;

import io.giaovan.integrations.sync.SyncSettings;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * Calls partners over HTTP and tells apart what certainly did not happen from what may have. It never calls twice. Safe
 * for concurrent use.
 */
@Singleton
public final class PartnerClient {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WAIT_MAX = Duration.ofHours(1);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final SyncSettings settings;
    private final Clock wall;

    PartnerClient(SyncSettings settings, @Named("wall") Clock wall) {
        this.settings = settings;
        this.wall = wall;
    }

    /**
     * What a partner answered.
     *
     * @param status HTTP status below 500 and not 429
     * @param body the body as text
     */
    public record Answer(int status, String body) {
        public boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    public HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(settings.answerWithin());
    }

    /** Sends a request; trouble on the way, a 429 or a 5xx is a {@link PartnerTrouble}. */
    public Answer send(String partner, HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            int status = response.statusCode();
            if (status == 429) {
                throw PartnerTrouble.notBefore(
                        partner + " asks for fewer calls",
                        response.headers()
                                .firstValue("Retry-After")
                                .map(this::waitOf)
                                .orElse(Duration.ZERO));
            }
            if (status >= 500) {
                throw PartnerTrouble.unknownOutcome(partner + " answered with status " + status, null);
            }
            return new Answer(status, response.body());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw PartnerTrouble.unknownOutcome("the call to " + partner + " was interrupted", stop);
        } catch (ConnectException unreached) {
            throw PartnerTrouble.later(partner + " cannot be reached", unreached);
        } catch (IOException broken) {
            throw PartnerTrouble.unknownOutcome(partner + " did not answer", broken);
        }
    }

    /** Reads Retry-After, which is a number of seconds or an HTTP date; at most an hour is believed. */
    private Duration waitOf(String retryAfter) {
        Duration wait;
        if (retryAfter.matches("[0-9]{1,9}")) {
            wait = Duration.ofSeconds(Long.parseLong(retryAfter));
        } else {
            try {
                wait = Duration.between(
                        wall.instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(retryAfter, Instant::from));
            } catch (DateTimeException unreadable) {
                return Duration.ZERO;
            }
        }
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
    }
}
