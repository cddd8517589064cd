package io.giaovan.paymentgateway.api.method;

import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.person.Personal;
import io.giaovan.paymentgateway.rail.SealedPhone;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shows ways to pay; a phone number is shown masked, with a fingerprint that is equal for equal numbers. */
@Singleton
public final class MethodShape {
    private final ApiSettings settings;

    MethodShape(ApiSettings settings) {
        this.settings = settings;
    }

    Map<String, Object> shape(SavedMethod method) {
        return shape(method, method.billing());
    }

    /** For events, which carry nothing personal. */
    Map<String, Object> shapeForNews(SavedMethod method) {
        return shape(method, Personal.NOBODY);
    }

    private Map<String, Object> shape(SavedMethod method, Personal billing) {
        return ApiObject.of(method.id(), "payment_method")
                .put("allow_redisplay", "unspecified")
                .put("billing_details", billing.shownBilling())
                .put("created", method.createdAt().getEpochSecond())
                .put("customer", method.customer())
                .none("customer_account")
                .put("livemode", settings.live())
                .put("metadata", new TreeMap<>(method.metadata()))
                .put("type", method.rail())
                .put(method.rail(), own(method.phone()))
                .toMap();
    }

    /** What is particular to a rail. */
    public static Map<String, Object> own(@Nullable SealedPhone phone) {
        return phone == null ? Map.of() : Map.of("phone", phone.masked(), "fingerprint", phone.index());
    }
}
