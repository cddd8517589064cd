package io.giaovan.paymentgateway.api.dispute;

import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.balance.TransactionShape;
import io.giaovan.paymentgateway.api.charge.ChargeShape;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.TransferId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Shows a dispute with what it did to the merchant's balance. */
@Singleton
final class DisputeShape {
    /** What a merchant can say; the files of the original are not taken here. */
    static final String[] TEXTS = {
        "access_activity_log",
        "billing_address",
        "cancellation_policy_disclosure",
        "cancellation_rebuttal",
        "customer_email_address",
        "customer_name",
        "customer_purchase_ip",
        "duplicate_charge_explanation",
        "duplicate_charge_id",
        "product_description",
        "refund_policy_disclosure",
        "refund_refusal_explanation",
        "service_date",
        "shipping_address",
        "shipping_carrier",
        "shipping_date",
        "shipping_tracking_number",
        "uncategorized_text"
    };

    private final Ledger ledger;
    private final ApiSettings settings;
    private final Clock clock;

    DisputeShape(Ledger ledger, ApiSettings settings, Clock clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    Map<String, Object> shape(Dispute dispute) {
        return shape(dispute, dispute.evidence());
    }

    /** For events, which carry nothing that tells of a buyer. */
    Map<String, Object> shapeForNews(Dispute dispute) {
        return shape(dispute, Map.of());
    }

    private Map<String, Object> shape(Dispute dispute, Map<String, String> evidence) {
        return ApiObject.of(dispute.id(), "dispute")
                .put("amount", dispute.amount().amount())
                .put("balance_transactions", transactions(dispute))
                .put("charge", ChargeShape.idOf(dispute.chargeId()))
                .put("created", dispute.createdAt().getEpochSecond())
                .put("currency", dispute.amount().currency().toLowerCase(Locale.ROOT))
                .put("enhanced_eligibility_types", List.of())
                .put("evidence", shown(evidence))
                .put(
                        "evidence_details",
                        new ApiObject()
                                .put("due_by", dispute.dueBy().getEpochSecond())
                                .put("enhanced_eligibility", Map.of())
                                .put("has_evidence", !dispute.evidence().isEmpty())
                                .put("past_due", clock.instant().isAfter(dispute.dueBy()))
                                .put("submission_count", dispute.submissions())
                                .put("submission_method", dispute.submissions() == 0 ? "not_submitted" : "manual")
                                .toMap())
                .put("intended_submission_method", "manual")
                .put("is_charge_refundable", false)
                .put("livemode", settings.live())
                .put("metadata", new TreeMap<>(dispute.metadata()))
                .put("payment_intent", dispute.chargeId().value())
                .put("reason", dispute.reason())
                .put("status", dispute.status().name().toLowerCase(Locale.ROOT))
                .toMap();
    }

    private List<Map<String, Object>> transactions(Dispute dispute) {
        LedgerAccount seller = Disputes.seller(dispute);
        return Stream.of(Disputes.WITHDRAWN, Disputes.REINSTATED)
                .flatMap(step -> ledger.find(new TransferId(Disputes.ledgerId(dispute, step))).stream())
                .map(transfer -> TransactionShape.shape(transfer, seller))
                .toList();
    }

    private static Map<String, Object> shown(Map<String, String> evidence) {
        ApiObject shown = new ApiObject()
                .none(
                        "cancellation_policy",
                        "customer_communication",
                        "customer_signature",
                        "duplicate_charge_documentation",
                        "receipt",
                        "refund_policy",
                        "service_documentation",
                        "shipping_documentation",
                        "uncategorized_file")
                .put("enhanced_evidence", Map.of());
        for (String name : TEXTS) {
            shown.put(name, evidence.get(name));
        }
        return shown.toMap();
    }
}
