package io.giaovan.paymentgateway.api.customer;

import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.person.Personal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows a customer. */
@Singleton
final class CustomerShape {
    private final ApiSettings settings;

    CustomerShape(ApiSettings settings) {
        this.settings = settings;
    }

    Map<String, Object> shape(Customer customer) {
        return shape(customer, customer.personal());
    }

    /** For events, which carry nothing personal: whoever needs it retrieves the customer. */
    Map<String, Object> shapeForNews(Customer customer) {
        return shape(customer, Personal.NOBODY);
    }

    private Map<String, Object> shape(Customer customer, Personal personal) {
        if (customer.deleted()) {
            return ApiObject.of(customer.id(), "customer").put("deleted", true).toMap();
        }
        return ApiObject.of(customer.id(), "customer")
                .put("address", personal.shownAddress())
                .put("balance", 0)
                .put("created", customer.createdAt().getEpochSecond())
                .none("currency", "default_source")
                .put("delinquent", false)
                .put("description", customer.description())
                .none("discount")
                .put("email", personal.email())
                .none("invoice_prefix")
                .put(
                        "invoice_settings",
                        new ApiObject()
                                .none("custom_fields")
                                .put("default_payment_method", customer.defaultMethod())
                                .none("footer", "rendering_options")
                                .toMap())
                .put("livemode", settings.live())
                .put("metadata", new TreeMap<>(customer.metadata()))
                .put("name", personal.name())
                .put("phone", personal.phone())
                .put("preferred_locales", List.of())
                .none("shipping")
                .put("tax_exempt", "none")
                .put("test_clock", customer.testClock())
                .toMap();
    }
}
