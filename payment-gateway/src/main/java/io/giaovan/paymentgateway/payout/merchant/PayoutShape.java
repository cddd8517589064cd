package io.giaovan.paymentgateway.payout.merchant;

import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.balance.TransactionShape;
import io.giaovan.paymentgateway.payout.Payout;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shows a payout on the public API. */
@Singleton
final class PayoutShape {
    private final ApiSettings settings;

    PayoutShape(ApiSettings settings) {
        this.settings = settings;
    }

    Map<String, Object> shape(Payout payout) {
        boolean failed = payout.status() == PayoutStatus.FAILED;
        String failure = failed ? payout.failure() : null;
        return ApiObject.of(payout.id(), "payout")
                .put("amount", payout.amount().amount())
                .none("application_fee", "application_fee_amount")
                .put("arrival_date", payout.createdAt().getEpochSecond())
                .put("automatic", !payout.isMerchants())
                .put("balance_transaction", started(payout))
                .put("created", payout.createdAt().getEpochSecond())
                .put("currency", payout.amount().currency().toLowerCase(Locale.ROOT))
                .put("description", payout.notes().description())
                .none("destination")
                .put("failure_balance_transaction", failed ? transaction(payout, "failed") : null)
                .put("failure_code", failure == null ? null : failure.toLowerCase(Locale.ROOT))
                .put("failure_message", failure == null ? null : "The bank refused the payout: " + failure)
                .put("livemode", settings.live())
                .put("metadata", new TreeMap<>(payout.notes().metadata()))
                .put("method", "standard")
                .none("original_payout", "payout_method")
                .put("reconciliation_status", "not_applicable")
                .none("reversed_by")
                .put("source_type", "bank_account")
                .put("statement_descriptor", payout.notes().statementDescriptor())
                .put("status", payout.status().name().toLowerCase(Locale.ROOT))
                .none("trace_id")
                .put("type", "bank_account")
                .toMap();
    }

    /** The house's payouts touch the seller's balance once that covers them, a merchant's own at once. */
    private static @Nullable String started(Payout payout) {
        return payout.status() == PayoutStatus.PENDING && !payout.isMerchants() ? null : transaction(payout, "started");
    }

    private static String transaction(Payout payout, String step) {
        return TransactionShape.idOf("payout:" + payout.id() + ":" + step);
    }
}
