package io.giaovan.paymentgateway.api.connect;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Metadata;
import io.giaovan.paymentgateway.api.Paging;
import io.giaovan.paymentgateway.api.key.ConnectedMerchants;
import io.giaovan.paymentgateway.api.shelf.Shelf;
import io.giaovan.paymentgateway.api.shelf.Shelves;
import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What platforms can do with the merchants they connect. */
@Context
final class Accounts implements ConnectedMerchants {
    private static final int ID_LENGTH = 16;
    private static final String PREFIX = "acct_";

    private final Shelf<Account> shelf;
    private final Clock clock;

    Accounts(Shelves shelves, Clock clock) {
        this.shelf = shelves.open("gateway_accounts", new AccountCodec(), List.of());
        this.clock = clock;
    }

    @Override
    public Optional<MerchantId> connectedTo(MerchantId platform, String accountId) {
        return shelf.find(platform, accountId).map(Account::merchantId);
    }

    @Override
    public Optional<MerchantId> platformOf(MerchantId merchantId) {
        return merchantId.value().startsWith(PREFIX)
                ? shelf.find(merchantId.value()).map(Account::platform)
                : Optional.empty();
    }

    Account get(MerchantId platform, String param, String id) {
        return shelf.find(platform, id)
                .orElseThrow(() -> ApiRefusal.invalid(
                        param, "resource_missing", "No such destination: '" + id + "'; connect the merchant first."));
    }

    Map<String, Object> create(ApiCall call, String seed) {
        Form form = call.form();
        form.allow("type", "country", "metadata", "expand");
        Expansion.of(form);
        form.oneOf("country", "VN");
        Account fresh = new Account(
                PREFIX + Secrets.digest(call.merchantId() + "|account|" + seed).substring(0, ID_LENGTH),
                call.merchantId(),
                form.oneOf("type", "standard", "express", "custom").orElse("standard"),
                Metadata.merged(Map.of(), form),
                clock.instant(),
                1);
        shelf.insert(fresh, List.of());
        return shape(account(call, fresh.id()));
    }

    private Account account(ApiCall call, String id) {
        return shelf.find(call.merchantId(), id).orElseThrow(() -> ApiRefusal.noSuch("account", id));
    }

    Map<String, Object> retrieve(ApiCall call, String id) {
        call.form().allow("expand");
        Expansion.of(call.form());
        return shape(account(call, id));
    }

    Map<String, Object> update(ApiCall call, String id) {
        call.form().allow("metadata", "expand");
        Expansion.of(call.form());
        Account before = account(call, id);
        Account after = before.noted(Metadata.merged(before.metadata(), call.form()));
        if (!after.equals(before) && !shelf.update(after, List.of())) {
            throw new ProblemException(ErrorCode.LOST_RACE, id + " is being changed by others; try again");
        }
        return shape(after);
    }

    Map<String, Object> list(ApiCall call) {
        call.form().allow("limit", "starting_after", "ending_before", "created", "expand");
        Expansion.ofList(call.form());
        return Paging.list("/v1/accounts", shelf.list(call.merchantId(), Paging.slice(call.form())), Accounts::shape);
    }

    private static Map<String, Object> shape(Account account) {
        return ApiObject.of(account.id(), "account")
                .none("business_profile", "business_type")
                .put("charges_enabled", true)
                .put("country", "VN")
                .put("created", account.createdAt().getEpochSecond())
                .put("default_currency", "vnd")
                .put("details_submitted", true)
                .none("email")
                .put("metadata", new TreeMap<>(account.metadata()))
                .put("payouts_enabled", true)
                .put("type", account.type())
                .toMap();
    }
}
