package io.giaovan.paymentgateway.api.key;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Gives merchants keys of the public API, for the house itself. */
@Controller("/internal/gateway-keys")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GatewayKeyController {
    private final ApiKeys keys;
    private final ApiSettings settings;

    GatewayKeyController(ApiKeys keys, ApiSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    /** The key was chosen by the house; it begins with {@code sk_test_}, or {@code sk_live_} where money is real. */
    record KeyRequest(String merchantId, String key) {
        @Override
        public String toString() {
            return "KeyRequest[" + merchantId + "]";
        }
    }

    record KeyAnswer(String merchantId, String scope, boolean live) {}

    @Post
    KeyAnswer grant(@Body KeyRequest request) {
        MerchantId merchantId = new MerchantId(request.merchantId());
        String mode = settings.live() ? "live" : "test";
        if (!request.key().matches("[sr]k_" + mode + "_[A-Za-z0-9_-]{16,200}")) {
            throw ProblemException.invalid(
                    "key", "", "is not sk_" + mode + "_ or rk_" + mode + "_ and 16 to 200 letters, digits, _ or -");
        }
        if (!keys.grant(request.key(), merchantId)) {
            throw ProblemException.invalid("key", "", "is the key of another merchant");
        }
        return new KeyAnswer(merchantId.value(), request.key().startsWith("rk_") ? "READ" : "FULL", settings.live());
    }
}
