package io.giaovan.paymentgateway.api.connect;

import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.balance.TransactionShape;
import io.giaovan.paymentgateway.api.connect.MerchantTransfer.Reversal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Shows transfers between merchants and what came back of them. */
@Singleton
final class TransferShape {
    private static final int REVERSALS_SHOWN = 10;

    private final ApiSettings settings;

    TransferShape(ApiSettings settings) {
        this.settings = settings;
    }

    Map<String, Object> shape(MerchantTransfer transfer) {
        List<Map<String, Object>> reversals = booked(transfer).stream()
                .limit(REVERSALS_SHOWN)
                .map(reversal -> shape(transfer, reversal))
                .toList();
        return ApiObject.of(transfer.id(), "transfer")
                .put("amount", transfer.amount().amount())
                .put("amount_reversed", transfer.reversed().amount())
                .put("balance_transaction", TransactionShape.idOf(Transfers.ledgerId(transfer)))
                .put("created", transfer.createdAt().getEpochSecond())
                .put("currency", transfer.amount().currency().toLowerCase(Locale.ROOT))
                .put("description", transfer.description())
                .put("destination", transfer.destination())
                .put("livemode", settings.live())
                .put("metadata", new TreeMap<>(transfer.metadata()))
                .put(
                        "reversals",
                        ApiObject.list(
                                "/v1/transfers/" + transfer.id() + "/reversals",
                                reversals,
                                booked(transfer).size() > REVERSALS_SHOWN))
                .put("reversed", transfer.reversed().equals(transfer.amount()))
                .put("source_transaction", transfer.source())
                .put("source_type", "card")
                .put("transfer_group", transfer.group())
                .toMap();
    }

    /** Newest first. */
    static List<Reversal> booked(MerchantTransfer transfer) {
        return transfer.reversals().stream().filter(Reversal::booked).toList().reversed();
    }

    Map<String, Object> shape(MerchantTransfer transfer, Reversal reversal) {
        return ApiObject.of(reversal.id(), "transfer_reversal")
                .put("amount", reversal.amount().amount())
                .put("balance_transaction", TransactionShape.idOf(Transfers.ledgerId(transfer, reversal)))
                .put("created", reversal.createdAt().getEpochSecond())
                .put("currency", reversal.amount().currency().toLowerCase(Locale.ROOT))
                .none("destination_payment_refund")
                .put("metadata", new TreeMap<>(reversal.metadata()))
                .none("source_refund")
                .put("transfer", transfer.id())
                .toMap();
    }
}
