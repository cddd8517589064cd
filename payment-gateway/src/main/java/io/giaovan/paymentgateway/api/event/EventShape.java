package io.giaovan.paymentgateway.api.event;

import io.giaovan.paymentgateway.api.ApiJson;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.VersionShapes;
import jakarta.inject.Singleton;
import java.util.Map;

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

    public Map<String, Object> shape(ApiEvent event, String version) {
        return ApiObject.of(event.id(), "event")
                .put("api_version", version)
                .put("created", event.createdAt().getEpochSecond())
                .put("data", Map.of("object", versions.at(version, event.merchantId(), json.read(event.object()))))
                .put("livemode", settings.live())
                .put("pending_webhooks", 0)
                .none("request")
                .put("type", event.type())
                .toMap();
    }
}
