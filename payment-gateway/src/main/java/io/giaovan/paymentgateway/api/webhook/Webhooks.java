package io.giaovan.paymentgateway.api.webhook;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.edge.access.Secrets;
import io.giaovan.edge.outgoing.TargetGuard;
import io.giaovan.edge.outgoing.TargetGuard.Verdict;
import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.ApiVersions;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Metadata;
import io.giaovan.paymentgateway.api.Paging;
import io.giaovan.paymentgateway.api.event.ApiEvent;
import io.giaovan.paymentgateway.api.event.ApiEvents;
import io.giaovan.paymentgateway.api.event.EventShape;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What merchants can do with events and with the endpoints that hear them. */
@Singleton
final class Webhooks {
    private static final int ID_LENGTH = 24;
    private static final int EVENTS_MAX = 200;
    private static final int DESCRIPTION_LENGTH_MAX = 5_000;
    /** How long an old secret may go on signing beside the new one. */
    private static final Duration OVERLAP_MAX = Duration.ofDays(1);

    private static final String SECRET_NUMBER = "secret_number";
    private static final String BY_MERCHANT = "switched off by its merchant";

    private final WebhookEndpoints endpoints;
    private final Hearers hearers;
    private final WebhookSecrets secrets;
    private final ApiEvents events;
    private final EventShape shape;
    private final WebhookQueue queue;
    private final WebhookWorker worker;
    private final TargetGuard guard;
    private final ApiSettings settings;
    private final Clock clock;

    Webhooks(
            WebhookEndpoints endpoints,
            Hearers hearers,
            WebhookSecrets secrets,
            ApiEvents events,
            EventShape shape,
            WebhookQueue queue,
            WebhookWorker worker,
            TargetGuard guard,
            ApiSettings settings,
            Clock clock) {
        this.endpoints = endpoints;
        this.hearers = hearers;
        this.secrets = secrets;
        this.events = events;
        this.shape = shape;
        this.queue = queue;
        this.worker = worker;
        this.guard = guard;
        this.settings = settings;
        this.clock = clock;
    }

    Map<String, Object> create(ApiCall call, String seed) {
        Form form = call.form();
        form.allow("url", "enabled_events", "connect", "description", "api_version", "metadata", "expand");
        Expansion.of(form);
        URI url = allowed(form.requiredText("url"));
        List<String> wanted = events(form);
        String version = ApiVersions.chosen(form.text("api_version").orElse(null), call.version());
        String id =
                "we_" + Secrets.digest(call.merchantId() + "|webhook|" + seed).substring(0, ID_LENGTH);
        checkCount(call.merchantId(), id);
        return shown(endpoints.add(new WebhookEndpoint(
                id,
                call.merchantId(),
                url,
                form.flag("connect"),
                wanted,
                form.text("description", DESCRIPTION_LENGTH_MAX).orElse(null),
                version,
                Metadata.merged(Map.of(), form),
                clock.instant(),
                0,
                null,
                null)));
    }

    private static List<String> events(Form form) {
        List<String> wanted = form.list("enabled_events");
        if (wanted.isEmpty()) {
            throw ApiRefusal.missing("enabled_events");
        }
        if (wanted.size() > EVENTS_MAX
                || !wanted.stream().allMatch(type -> type.matches("\\*|[a-z_]{1,60}(\\.[a-z_]{1,60}){1,3}"))) {
            throw ApiRefusal.invalid(
                    "enabled_events", "Invalid enabled_events: at most " + EVENTS_MAX + " types of events, or *");
        }
        return wanted;
    }

    Map<String, Object> update(ApiCall call, String id) {
        Form form = call.form();
        form.allow("url", "enabled_events", "description", "disabled", "metadata", "expand");
        Expansion.of(form);
        WebhookEndpoint before = endpoint(call, id);
        String because = before.disabledBecause();
        if (form.oneOf("disabled", "true", "false").isPresent()) {
            because = !form.flag("disabled") ? null : because == null ? BY_MERCHANT : because;
        }
        WebhookEndpoint after = before.with(
                form.text("url").map(this::allowed).orElse(before.url()),
                form.has("enabled_events") ? events(form) : before.enabledEvents(),
                form.noted("description", DESCRIPTION_LENGTH_MAX, before.description()),
                Metadata.merged(before.metadata(), form),
                because);
        if (!endpoints.change(after)) {
            throw ApiRefusal.noSuch("webhook endpoint", id);
        }
        return shown(after);
    }

    /** The answer tells which secret it is, so that the secret itself need not be remembered. */
    Map<String, Object> rotate(ApiCall call, String id) {
        Form form = call.form();
        form.allow("expires_in");
        long overlap = form.whole("expires_in").orElse(OVERLAP_MAX.toSeconds());
        if (overlap < 0 || overlap > OVERLAP_MAX.toSeconds()) {
            throw ApiRefusal.invalid(
                    "expires_in", "Invalid expires_in: must be 0 to " + OVERLAP_MAX.toSeconds() + " seconds");
        }
        WebhookEndpoint before = endpoint(call, id);
        endpoints.rotate(
                call.merchantId(), id, before.secretNumber(), clock.instant().plusSeconds(overlap));
        Map<String, Object> answer = new LinkedHashMap<>(shown(endpoint(call, id)));
        answer.put(SECRET_NUMBER, before.secretNumber() + 1);
        return answer;
    }

    private WebhookEndpoint endpoint(ApiCall call, String id) {
        return endpoints.find(call.merchantId(), id).orElseThrow(() -> ApiRefusal.noSuch("webhook endpoint", id));
    }

    /** Sends an event once more, to one endpoint or to all that want it. */
    Map<String, Object> retry(ApiCall call, String id, String seed) {
        Form form = call.form();
        form.allow("webhook_endpoint", "expand");
        ApiEvent event = events.find(call.merchantId(), id).orElseThrow(() -> ApiRefusal.noSuch("event", id));
        List<WebhookEndpoint> targets = form.text("webhook_endpoint")
                .map(one -> List.of(endpoint(call, one)))
                .orElseGet(() -> hearers.of(event));
        if (targets.isEmpty() || !targets.stream().allMatch(WebhookEndpoint::enabled)) {
            throw ApiRefusal.invalid(
                    "webhook_endpoint", "The event can be sent to no webhook endpoint that is enabled.");
        }
        targets.forEach(
                target -> queue.add(WebhookDelivery.again(event, target, targets.size(), seed, clock.instant())));
        worker.wake();
        return shown(event, call);
    }

    private void checkCount(MerchantId merchantId, String id) {
        List<WebhookEndpoint> known = endpoints.list(merchantId);
        if (known.size() >= WebhookEndpoints.PER_MERCHANT_MAX
                && known.stream().noneMatch(endpoint -> endpoint.id().equals(id))) {
            throw ApiRefusal.invalid(
                    "url",
                    "You have reached the maximum of " + WebhookEndpoints.PER_MERCHANT_MAX + " webhook endpoints.");
        }
    }

    private URI allowed(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException broken) {
            throw ApiRefusal.invalid("url", "url_invalid", "Invalid URL: it is not a URL");
        }
        return switch (guard.judge(url)) {
            case Verdict.Allowed _ -> url;
            case Verdict.Refused(String because) ->
                throw ApiRefusal.invalid("url", "url_invalid", "Invalid URL: " + because);
            case Verdict.Unknown(String because) ->
                throw ApiRefusal.invalid("url", "url_invalid", "Invalid URL: " + because);
        };
    }

    /** A new endpoint with its secret, which is shown once and stored nowhere. */
    Map<String, Object> revealed(Map<String, Object> endpoint) {
        Map<String, Object> whole = new LinkedHashMap<>(endpoint);
        int number = endpoint.get(SECRET_NUMBER) instanceof Number rotated ? rotated.intValue() : 0;
        whole.put("secret", secrets.of(String.valueOf(endpoint.get("id")), number));
        return whole;
    }

    Map<String, Object> retrieve(ApiCall call, String id) {
        call.form().allow("expand");
        return shown(
                endpoints.find(call.merchantId(), id).orElseThrow(() -> ApiRefusal.noSuch("webhook endpoint", id)));
    }

    Map<String, Object> list(ApiCall call) {
        call.form().allow("limit", "starting_after", "ending_before", "expand");
        return Paging.list(
                "/v1/webhook_endpoints", endpoints.list(call.merchantId(), Paging.slice(call.form())), this::shown);
    }

    Map<String, Object> remove(ApiCall call, String id) {
        if (!endpoints.remove(call.merchantId(), id)) {
            throw ApiRefusal.noSuch("webhook endpoint", id);
        }
        return ApiObject.of(id, "webhook_endpoint").put("deleted", true).toMap();
    }

    private Map<String, Object> shown(WebhookEndpoint endpoint) {
        return ApiObject.of(endpoint.id(), "webhook_endpoint")
                .put("api_version", endpoint.version())
                .none("application")
                .put("created", endpoint.createdAt().getEpochSecond())
                .put("description", endpoint.description())
                .put("enabled_events", endpoint.enabledEvents())
                .put("livemode", settings.live())
                .put("metadata", new TreeMap<>(endpoint.metadata()))
                .put("status", endpoint.enabled() ? "enabled" : "disabled")
                .put("url", endpoint.url().toString())
                .toMap();
    }

    Map<String, Object> event(ApiCall call, String id) {
        call.form().allow("expand");
        return shown(events.find(call.merchantId(), id).orElseThrow(() -> ApiRefusal.noSuch("event", id)), call);
    }

    private Map<String, Object> shown(ApiEvent event, ApiCall call) {
        return shape.shape(event, call.version(), queue.countWaiting(event.id()));
    }

    Map<String, Object> listEvents(ApiCall call) {
        Form form = call.form();
        form.allow("type", "types", "limit", "starting_after", "ending_before", "created", "expand");
        List<String> types = form.text("type").map(List::of).orElseGet(() -> form.list("types"));
        return Paging.list(
                "/v1/events", events.list(call.merchantId(), types, Paging.slice(form)), event -> shown(event, call));
    }
}
