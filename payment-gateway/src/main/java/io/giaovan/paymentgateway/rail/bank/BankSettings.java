package io.giaovan.paymentgateway.rail.bank;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The bank that pays out for us.
 *
 * @param form how we order: by its interface, or by ISO 20022 files that people carry to it and back
 * @param payerName whose name stands on orders by file
 * @param baseUrl its address; the sandbox of this process when absent
 * @param secret signs our orders; derived from the house's key when absent
 * @param answerWithin how long we wait for an answer
 */
@ConfigurationProperties("giaovan.rails.bank")
public record BankSettings(
        @Bindable(defaultValue = "API") Form form,
        @Bindable(defaultValue = "CONG TY GIAO VAN") String payerName,
        @Nullable String baseUrl,
        @Nullable String secret,
        @Bindable(defaultValue = "PT10S") Duration answerWithin) {
    /** How a bank takes orders. */
    public enum Form {
        API,
        FILES
    }

    @Override
    public String toString() {
        return "BankSettings[" + baseUrl + "]";
    }
}
