package io.giaovan.standalone.gateway;

import io.giaovan.standalone.start.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Keys of the merchant that tries the gateway.
 *
 * @param secret {@code sk_test_…}
 * @param publishable {@code pk_test_…}
 */
record TestKeys(String secret, String publishable) {
    private static final String MERCHANT = "test-shop";

    /** The keys of a house, made at its first start and granted at each. */
    static TestKeys grant(House house) {
        TestKeys keys = new TestKeys(
                house.keys().get("gateway-test-secret", "sk_test_"),
                house.keys().get("gateway-test-publishable", "pk_test_"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            grant(http, house, keys.secret());
            grant(http, house, keys.publishable());
        }
        return keys;
    }

    private static void grant(HttpClient http, House house, String key) {
        URI address = house.addresses().payments().resolve("/internal/gateway-keys");
        String body = "{\"merchantId\":\"" + MERCHANT + "\",\"key\":\"" + key + "\"}";
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + house.keys().house())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("the gateway answered " + status + " when it was given a test key");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the gateway could not be given a test key", broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the gateway was given a test key", stop);
        }
    }

    /** Keeps them out of logs. */
    @Override
    public String toString() {
        return "TestKeys[hidden]";
    }
}
