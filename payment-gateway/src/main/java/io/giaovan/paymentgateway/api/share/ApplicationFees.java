package io.giaovan.paymentgateway.api.share;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Paging;
import io.giaovan.paymentgateway.api.balance.TransactionShape;
import io.giaovan.paymentgateway.api.search.Picked;
import io.giaovan.paymentgateway.api.share.ApplicationFee.Refunded;
import io.giaovan.paymentgateway.api.shelf.Shelf;
import io.giaovan.paymentgateway.api.shelf.Shelf.News;
import io.giaovan.paymentgateway.api.shelf.Shelves;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import io.micronaut.context.annotation.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Platforms' fees: taken and given back with charges, shown to platforms. The ledger has each before anybody sees it. */
@Context
final class ApplicationFees {
    private static final int TRIES_MAX = 20;
    private static final int REFUNDS_SHOWN = 10;
    private static final String URL = "/v1/application_fees";

    private final Shelf<ApplicationFee> shelf;
    private final Ledger ledger;
    private final ApiSettings settings;

    ApplicationFees(Shelves shelves, Ledger ledger, ApiSettings settings) {
        this.shelf = shelves.open("gateway_application_fees", new FeeCodec(), List.of());
        this.ledger = ledger;
        this.settings = settings;
    }

    private static String ledgerId(String id) {
        return "fee:" + id;
    }

    private static String ledgerId(String id, String refundId) {
        return ledgerId(id) + ":" + refundId;
    }

    /** Takes a fee, once. */
    void take(ApplicationFee fee) {
        ledger.post(new Transfer(
                new TransferId(ledgerId(fee.id())),
                TransferKind.APPLICATION_FEE,
                fee.createdAt(),
                List.of(
                        Entry.debit(seller(fee.account()), fee.amount()),
                        Entry.credit(seller(fee.platform()), fee.amount())),
                Map.of("fee", fee.id())));
        shelf.insert(fee, List.of(new News("application_fee.created", shape(fee))));
    }

    /** Gives back a part of a fee, once. */
    void giveBack(String id, String refundId, Money amount, Instant at) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            ApplicationFee before =
                    shelf.find(id).orElseThrow(() -> new IllegalStateException("fee " + id + " was never taken"));
            ledger.post(new Transfer(
                    new TransferId(ledgerId(id, refundId)),
                    TransferKind.APPLICATION_FEE_REFUNDED,
                    at,
                    List.of(
                            Entry.debit(seller(before.platform()), amount),
                            Entry.credit(seller(before.account()), amount)),
                    Map.of("fee", id, "feeRefund", refundId)));
            ApplicationFee after = before.with(new Refunded(refundId, amount, at));
            if (after.equals(before)
                    || shelf.update(after, List.of(new News("application_fee.refunded", shape(after))))) {
                return;
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, id + " is being changed by others; try again");
    }

    private static LedgerAccount seller(MerchantId merchantId) {
        return new LedgerAccount(Kind.SELLER, merchantId.value());
    }

    Map<String, Object> retrieve(ApiCall call, String id) {
        call.form().allow("expand");
        Expansion.of(call.form());
        return shape(shelf.find(call.merchantId(), id).orElseThrow(() -> ApiRefusal.noSuch("application fee", id)));
    }

    Map<String, Object> list(ApiCall call) {
        Form form = call.form();
        form.allow("charge", "limit", "starting_after", "ending_before", "created", "expand");
        Expansion.ofList(form);
        Optional<String> charge = form.text("charge");
        return Paging.list(
                URL,
                Picked.list(
                        part -> shelf.list(call.merchantId(), part),
                        Paging.slice(form),
                        ApplicationFee::id,
                        fee -> charge.isEmpty() || charge.get().equals(fee.charge())),
                this::shape);
    }

    private Map<String, Object> shape(ApplicationFee fee) {
        List<Map<String, Object>> refunds = fee.refunds().reversed().stream()
                .limit(REFUNDS_SHOWN)
                .map(refund -> shape(fee, refund))
                .toList();
        return ApiObject.of(fee.id(), "application_fee")
                .put("account", fee.account().value())
                .put("amount", fee.amount().amount())
                .put("amount_refunded", fee.refunded().amount())
                .put("application", fee.platform().value())
                .put("balance_transaction", TransactionShape.idOf(ledgerId(fee.id())))
                .put("charge", fee.charge())
                .put("created", fee.createdAt().getEpochSecond())
                .put("currency", fee.amount().currency().toLowerCase(Locale.ROOT))
                .none("fee_source")
                .put("livemode", settings.live())
                .none("originating_transaction")
                .put("refunded", fee.refunded().equals(fee.amount()))
                .put(
                        "refunds",
                        ApiObject.list(
                                URL + "/" + fee.id() + "/refunds",
                                refunds,
                                fee.refunds().size() > REFUNDS_SHOWN))
                .toMap();
    }

    private static Map<String, Object> shape(ApplicationFee fee, Refunded refund) {
        return ApiObject.of(refund.id(), "fee_refund")
                .put("amount", refund.amount().amount())
                .put("balance_transaction", TransactionShape.idOf(ledgerId(fee.id(), refund.id())))
                .put("created", refund.createdAt().getEpochSecond())
                .put("currency", refund.amount().currency().toLowerCase(Locale.ROOT))
                .put("fee", fee.id())
                .put("metadata", Map.of())
                .toMap();
    }
}
