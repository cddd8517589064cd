package io.giaovan.paymentgateway.api.charge;

import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.balance.TransactionShape;
import io.giaovan.paymentgateway.charge.Failure;
import io.giaovan.paymentgateway.charge.Refund;
import io.giaovan.paymentgateway.charge.sharing.ShareIds;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Shows money on its way back. */
public final class RefundShape {
    private RefundShape() {}

    public static Map<String, Object> shape(ChargeId charge, Refund refund) {
        Failure failure = refund.failure();
        ApiObject shown = ApiObject.of(refund.id(), "refund")
                .put("amount", refund.amount().amount())
                .put("balance_transaction", TransactionShape.idOf("charge:" + charge + ":" + refund.id() + ":started"))
                .put("charge", ChargeShape.idOf(charge))
                .put("created", refund.createdAt().getEpochSecond())
                .put("currency", refund.amount().currency().toLowerCase(Locale.ROOT))
                .none("customer", "customer_account")
                .put("metadata", new TreeMap<>(refund.metadata()))
                .put("payment_intent", charge.value())
                .none("payment_method")
                .put("reason", refund.reason())
                .none("receipt_number", "source_transfer_reversal")
                .put("status", refund.status().name().toLowerCase(Locale.ROOT))
                .put(
                        "transfer_reversal",
                        refund.takenBack().part().isPositive() ? ShareIds.reversal(refund.id()) : null);
        if (failure != null) {
            shown.put("failure_reason", failure.code())
                    .put(
                            "failure_balance_transaction",
                            TransactionShape.idOf("charge:" + charge + ":" + refund.id() + ":failed"));
        }
        return shown.toMap();
    }
}
