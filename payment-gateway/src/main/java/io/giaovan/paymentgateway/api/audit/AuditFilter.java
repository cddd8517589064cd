package io.giaovan.paymentgateway.api.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.edge.json.HouseJson;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes down every call of the gateway that may change something, once it is answered and before the caller hears of it.
 * A new endpoint is written down unless it says that it is {@link Unaudited}. Of the answer only an id is kept.
 */
@ServerFilter("/**")
public final class AuditFilter {
    static final String HOUSE = "house";
    private static final String WHO = "giaovan.audit.who";
    private static final String HOME = "io.giaovan.paymentgateway.";
    private static final String SANDBOX = HOME + "sandbox.";
    private static final Pattern FIRST_ID = Pattern.compile("^\\{\"id\":\"([A-Za-z0-9_]{1,100})\"");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
    private static final List<String> ID_NAMES = List.of("id", "payoutId", "chargeId", "merchantId");
    private static final int REFUSED = 400;

    private final AuditLog log;
    private final Clock clock;
    private final ObjectMapper json = HouseJson.newMapper();

    AuditFilter(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Notes on a request who makes it; whoever checked that calls this. */
    public static void by(HttpRequest<?> request, String who) {
        request.setAttribute(WHO, who);
    }

    /** Whether calls of an endpoint are written down. */
    static boolean covers(RouteInfo<?> route) {
        return route instanceof MethodBasedRouteInfo<?, ?> method
                && route instanceof UriRouteInfo<?, ?> uri
                && uri.getHttpMethod() != HttpMethod.GET
                && uri.getHttpMethod() != HttpMethod.HEAD
                && uri.getHttpMethod() != HttpMethod.OPTIONS
                && isOurs(method.getTargetMethod().getDeclaringType().getName())
                && !method.getTargetMethod().hasAnnotation(Unaudited.class);
    }

    static boolean isOurs(String type) {
        return type.startsWith(HOME) && !type.startsWith(SANDBOX);
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void write(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (!(RouteAttributes.getRouteMatch(request).orElse(null) instanceof MethodBasedRouteMatch<?, ?> match)
                || !covers(match.getRouteInfo())) {
            return;
        }
        Optional<String> who = who(request, response.code());
        if (who.isEmpty()) {
            return;
        }
        String path = ((UriRouteInfo<?, ?>) match.getRouteInfo())
                .getUriMatchTemplate()
                .toPathString();
        String replayed = response.getHeaders().contains("Idempotent-Replayed") ? " replayed" : "";
        log.add(
                clock.instant(),
                who.get(),
                request.getMethodName() + " " + path,
                object(match, response),
                response.code() + replayed);
    }

    /** A caller whose key is wrong is nobody, and so is a stranger at an open door whose word was not taken. */
    private static Optional<String> who(HttpRequest<?> request, int status) {
        Optional<String> known = request.getAttribute(WHO, String.class);
        String path = request.getPath();
        if (known.isPresent() || path.startsWith("/v1/") || status == HttpStatus.UNAUTHORIZED.getCode()) {
            return known;
        }
        if (path.startsWith("/internal/")) {
            return Optional.of(request.getUserPrincipal()
                    .map(named -> HOUSE + " by " + named.getName())
                    .orElse(HOUSE));
        }
        return status >= REFUSED ? Optional.empty() : Optional.of(path.startsWith("/pay/") ? "buyer" : "provider");
    }

    private String object(MethodBasedRouteMatch<?, ?> match, MutableHttpResponse<?> response) {
        Object body = response.code() < REFUSED ? response.body() : null;
        if (body instanceof CharSequence text) {
            Matcher id = FIRST_ID.matcher(text);
            if (id.find()) {
                return id.group(1);
            }
        }
        JsonNode shown = body == null || body instanceof CharSequence || body instanceof byte[]
                ? json.createObjectNode()
                : json.valueToTree(body);
        return ID_NAMES.stream()
                .map(name -> match.getVariableValues().containsKey(name)
                        ? String.valueOf(match.getVariableValues().get(name))
                        : shown.path(name).asText(""))
                .filter(id -> ID.matcher(id).matches())
                .findFirst()
                .orElse("");
    }
}
