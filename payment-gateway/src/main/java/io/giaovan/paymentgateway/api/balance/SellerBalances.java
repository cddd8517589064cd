package io.giaovan.paymentgateway.api.balance;

import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Paging;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.store.document.Slice;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folds a seller's account of the ledger into balances and transactions; nothing of it is kept anywhere else. */
@Singleton
final class SellerBalances {
    private final Ledger ledger;
    private final ApiSettings settings;

    SellerBalances(Ledger ledger, ApiSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    /** All that is booked can be paid out; parts of prices that came in so far and cash on its way are pending. */
    Map<String, Object> balance(ApiCall call) {
        call.form().allow("expand");
        Money available = ledger.balance(seller(call), Money.VND);
        Money pending = pending(call, Kind.BUYERS_IN_TRANSIT).plus(pending(call, Kind.CASH_IN_CUSTODY));
        return new ApiObject()
                .put("object", "balance")
                .put("available", List.of(amount(available)))
                .put("livemode", settings.live())
                .put("pending", List.of(amount(pending)))
                .toMap();
    }

    private Money pending(ApiCall call, Kind kind) {
        return ledger.balance(new LedgerAccount(kind, call.merchantId().value()), Money.VND);
    }

    private static Map<String, Object> amount(Money money) {
        return new ApiObject()
                .put("amount", money.amount())
                .put("currency", money.currency().toLowerCase(Locale.ROOT))
                .toMap();
    }

    Map<String, Object> list(ApiCall call) {
        Form form = call.form();
        form.allow("limit", "starting_after", "ending_before", "created", "expand");
        Expansion.ofList(form);
        Slice asked = Paging.slice(form);
        Slice slice = new Slice(
                transferId(asked.startingAfter()),
                transferId(asked.endingBefore()),
                asked.limit(),
                asked.from(),
                asked.until());
        LedgerAccount seller = seller(call);
        return Paging.list(
                "/v1/balance_transactions",
                ledger.slice(seller, slice),
                transfer -> TransactionShape.shape(transfer, seller));
    }

    Map<String, Object> retrieve(ApiCall call, String id) {
        call.form().allow("expand");
        Expansion.of(call.form());
        LedgerAccount seller = seller(call);
        Optional<Transfer> found = TransactionShape.transferOf(id)
                .flatMap(ledger::find)
                .filter(transfer -> transfer.entries().stream()
                        .anyMatch(entry -> entry.account().equals(seller)));
        return TransactionShape.shape(found.orElseThrow(() -> ApiRefusal.noSuch("balance transaction", id)), seller);
    }

    private static LedgerAccount seller(ApiCall call) {
        return new LedgerAccount(Kind.SELLER, call.merchantId().value());
    }

    private static @Nullable String transferId(@Nullable String transactionId) {
        return transactionId == null
                ? null
                : TransactionShape.transferOf(transactionId)
                        .map(TransferId::value)
                        .orElseThrow(() -> ApiRefusal.noSuch("balance transaction", transactionId));
    }
}
