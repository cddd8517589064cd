package io.giaovan.paymentgateway.api.event;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.api.ApiJson;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.VersionShapes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows an event in its reader's version. */
@Singleton
public final class EventShape {
    private final ApiSettings settings;
    private final ApiJson json;
    private final VersionShapes versions;

    EventShape(ApiSettings settings, ApiJson json, VersionShapes versions) {
        this.versions = versions;
        this.settings = settings;
        this.json = json;
    }

    /** For who looks it up. */
    public Map<String, Object> shape(ApiEvent event, String version, int pending) {
        return whole(event, version, pending).toMap();
    }

    /**
     * For an endpoint.
     *
     * @param account the connected merchant that it is about, or null where it is the endpoint's own
     */
    public Map<String, Object> sent(ApiEvent event, String version, int pending, @Nullable MerchantId account) {
        return whole(event, version, pending)
                .putIfPresent("account", account == null ? null : account.value())
                .toMap();
    }

    private ApiObject whole(ApiEvent event, String version, int pending) {
        return ApiObject.of(event.id(), "event")
                .put("api_version", version)
                .put("created", event.createdAt().getEpochSecond())
                .put("data", Map.of("object", versions.at(version, event.merchantId(), json.read(event.object()))))
                .put("livemode", settings.live())
                .put("pending_webhooks", pending)
                .none("request")
                .put("type", event.type());
    }
}
