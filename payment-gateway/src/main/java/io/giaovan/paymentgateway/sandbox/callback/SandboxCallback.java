package io.giaovan.paymentgateway.sandbox.callback;

import java.util.Map;

/**
 * What a fake provider has to tell.
 *
 * @param id unique; the same is told once
 * @param method {@code GET}, {@code POST} or {@code PUT}
 * @param address where to
 * @param headers with signatures, if the provider signs there
 * @param body JSON, or the empty text with {@code GET}
 * @param taken what answer counts
 */
public record SandboxCallback(
        String id, String method, String address, Map<String, String> headers, String body, Taken taken) {
    /** When a provider believes that its news was taken. */
    public enum Taken {
        /** By any status of 200 to 299. */
        BY_STATUS,
        /** By {@code return_code} 1 or 2 in the body. */
        BY_RETURN_CODE,
        /** By {@code RspCode} 00 or 02 in the body. */
        BY_RSP_CODE
    }

    public SandboxCallback {
        headers = Map.copyOf(headers);
    }
}
