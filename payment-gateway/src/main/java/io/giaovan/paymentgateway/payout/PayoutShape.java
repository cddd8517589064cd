package io.giaovan.paymentgateway.payout;

import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.balance.TransactionShape;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a payout on the public API. */
@Singleton
final class PayoutShape {
    private final ApiSettings settings;

    PayoutShape(ApiSettings settings) {
        this.settings = settings;
    }

    Map<String, Object> shape(Payout payout) {
        String failure = payout.failure();
        return ApiObject.of(payout.id(), "payout")
                .put("amount", payout.amount().amount())
                .none("application_fee", "application_fee_amount")
                .put("arrival_date", payout.createdAt().getEpochSecond())
                .put("automatic", true)
                .put("balance_transaction", transaction(payout))
                .put("created", payout.createdAt().getEpochSecond())
                .put("currency", payout.amount().currency().toLowerCase(Locale.ROOT))
                .none("description", "destination", "failure_balance_transaction")
                .put("failure_code", failure == null ? null : failure.toLowerCase(Locale.ROOT))
                .put("failure_message", failure == null ? null : "The bank refused the payout: " + failure)
                .put("livemode", settings.live())
                .put("metadata", Map.of())
                .put("method", "standard")
                .none("original_payout", "payout_method")
                .put("reconciliation_status", "not_applicable")
                .none("reversed_by")
                .put("source_type", "bank_account")
                .none("statement_descriptor")
                .put("status", payout.status().name().toLowerCase(Locale.ROOT))
                .none("trace_id")
                .put("type", "bank_account")
                .toMap();
    }

    /** The seller's balance is touched once the payout is covered. */
    private static @Nullable String transaction(Payout payout) {
        return payout.status() == PayoutStatus.PENDING
                ? null
                : TransactionShape.idOf("payout:" + payout.id() + ":started");
    }
}
