package io.giaovan.paymentgateway.api.balance;

import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a transfer of the ledger did to a seller's balance. The id is the transfer's own, so that there is nothing
 * to keep; the net amounts of all of a seller's transactions add up to the balance.
 */
public final class TransactionShape {
    private static final String PREFIX = "txn_";

    private TransactionShape() {}

    /** The id under which a transfer is shown. */
    public static String idOf(String transferId) {
        return PREFIX
                + Base64.getUrlEncoder().withoutPadding().encodeToString(transferId.getBytes(StandardCharsets.UTF_8));
    }

    /** The transfer behind {@code txn_…}, if the id is well formed. */
    public static Optional<TransferId> transferOf(String id) {
        if (!id.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(id.substring(PREFIX.length()));
            return Optional.of(new TransferId(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    public static Map<String, Object> shape(Transfer transfer, LedgerAccount seller) {
        String currency = transfer.entries().getFirst().amount().currency();
        Money net = transfer.effectOn(seller, currency).negated();
        Money fee = paysPlatform(transfer, net) ? net.negated() : fee(transfer, currency);
        String type = type(transfer, net);
        return ApiObject.of(idOf(transfer.id().value()), "balance_transaction")
                .put("amount", net.plus(fee).amount())
                .put("available_on", transfer.at().getEpochSecond())
                .put("balance_type", "payments")
                .put("created", transfer.at().getEpochSecond())
                .put("currency", currency.toLowerCase(Locale.ROOT))
                .none("description", "exchange_rate")
                .put("fee", fee.amount())
                .put("fee_details", fee.isZero() ? List.of() : List.of(feeDetail(transfer, fee)))
                .put("net", net.amount())
                .put("reporting_category", category(transfer, type))
                .put("source", source(transfer))
                .put("status", "available")
                .put("type", type)
                .toMap();
    }

    /** Whether it shows to the merchant whose money a platform keeps, or gives back: to that one it is a fee. */
    private static boolean paysPlatform(Transfer transfer, Money net) {
        return (transfer.kind() == TransferKind.APPLICATION_FEE && net.isNegative())
                || (transfer.kind() == TransferKind.APPLICATION_FEE_REFUNDED && net.isPositive());
    }

    /** What the house kept of a payout, or gave back with one that failed. */
    private static Money fee(Transfer transfer, String currency) {
        return transfer.entries().stream()
                .filter(entry -> entry.account().kind() == Kind.FEES)
                .map(Entry::amount)
                .reduce(Money.zero(currency), Money::plus)
                .negated();
    }

    private static Map<String, Object> feeDetail(Transfer transfer, Money fee) {
        boolean platforms = transfer.references().containsKey("fee");
        return new ApiObject()
                .put("amount", fee.amount())
                .none("application")
                .put("currency", fee.currency().toLowerCase(Locale.ROOT))
                .put("description", platforms ? "Application fee" : "Payout fee")
                .put("type", platforms ? "application_fee" : "stripe_fee")
                .toMap();
    }

    private static String type(Transfer transfer, Money net) {
        return switch (transfer.kind()) {
            case CHARGE_CAPTURED, CASH_CREDITED -> "payment";
            case REFUND_STARTED -> "payment_refund";
            case REFUND_FAILED -> "payment_failure_refund";
            case PAYOUT_STARTED -> "payout";
            case PAYOUT_FAILED -> "payout_failure";
            case PAYOUT_CANCELED -> "payout_cancel";
            case MERCHANT_TRANSFER -> net.isNegative() ? "transfer" : "payment";
            case MERCHANT_TRANSFER_REVERSED -> net.isNegative() ? "payment_refund" : "transfer_refund";
            case APPLICATION_FEE -> "application_fee";
            case APPLICATION_FEE_REFUNDED -> "application_fee_refund";
            case PART_RECEIVED,
                    EXCESS_RECEIVED,
                    UNMATCHED_RECEIVED,
                    PART_RELEASED,
                    LATE_RECEIVED,
                    TAKEN_BACK,
                    SUSPENSE_MATCHED,
                    REFUND_PAID,
                    CASH_HANDED_OVER,
                    CASH_DIFFERENCE,
                    CASH_DEPOSITED,
                    CASH_SENT_TO_BANK,
                    CASH_SETTLED,
                    CASH_REMITTED,
                    RESERVATION_ENDED,
                    PROVIDER_SETTLED,
                    PAYOUT_PAID,
                    DISPUTE_WITHDRAWN,
                    DISPUTE_REINSTATED,
                    CORRECTION -> "adjustment";
        };
    }

    private static String category(Transfer transfer, String type) {
        return switch (type) {
            case "payment" -> "charge";
            case "payment_refund" -> "refund";
            case "payment_failure_refund" -> "refund_failure";
            case "payout" -> "payout";
            case "payout_failure", "payout_cancel" -> "payout_reversal";
            case "application_fee" -> "platform_earning";
            case "application_fee_refund" -> "platform_earning_refund";
            case "transfer" -> "transfer";
            case "transfer_refund" -> "transfer_reversal";
            default -> transfer.references().containsKey("dispute") ? "dispute" : "other_adjustment";
        };
    }

    private static @Nullable String source(Transfer transfer) {
        Map<String, String> references = transfer.references();
        for (String name : List.of("dispute", "reversal", "transfer", "feeRefund", "fee")) {
            if (references.containsKey(name)) {
                return references.get(name);
            }
        }
        if (references.containsKey("payout")) {
            return references.get("payout");
        }
        if (references.containsKey("refund")) {
            return references.get("refund");
        }
        String charge = references.get("charge");
        return charge == null ? null : "ch_" + charge.substring("pi_".length());
    }
}
