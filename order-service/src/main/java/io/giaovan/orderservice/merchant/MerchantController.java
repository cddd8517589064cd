package io.giaovan.orderservice.merchant;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.access.AccessKeys;
import io.giaovan.orderservice.access.KeyKind;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** Sets sellers up, for the house itself. */
@Controller("/internal/merchants")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MerchantController {
    private final Merchants merchants;
    private final AccessKeys keys;

    MerchantController(Merchants merchants, AccessKeys keys) {
        this.merchants = merchants;
        this.keys = keys;
    }

    /**
     * A seller with the keys that were chosen for it; {@code parcelCarriers} is false when absent, and without {@code
     * handBackFee} orders are taken whole or not at all.
     */
    record MerchantRequest(
            String merchantId,
            String name,
            String depot,
            Address pickup,
            Contact contact,
            String sellerKey,
            String shopKey,
            @Nullable Boolean parcelCarriers,
            @Nullable Money handBackFee) {}

    record MerchantAnswer(
            String merchantId,
            String name,
            String depot,
            boolean parcelCarriers,
            @Nullable Money handBackFee) {}

    @Post
    MerchantAnswer save(@Body MerchantRequest request) {
        Merchant merchant = new Merchant(
                new MerchantId(request.merchantId()),
                request.name(),
                request.depot(),
                request.pickup(),
                request.contact(),
                Boolean.TRUE.equals(request.parcelCarriers()),
                request.handBackFee());
        checkLength("sellerKey", request.sellerKey());
        checkLength("shopKey", request.shopKey());
        grant("sellerKey", KeyKind.SELLER, request.sellerKey(), merchant.id());
        grant("shopKey", KeyKind.SHOP, request.shopKey(), merchant.id());
        merchants.save(merchant);
        return new MerchantAnswer(
                merchant.id().value(),
                merchant.name(),
                merchant.depot(),
                merchant.parcelCarriers(),
                merchant.handBackFee());
    }

    private void grant(String field, KeyKind kind, String key, MerchantId merchantId) {
        if (!keys.grant(kind, key, merchantId)) {
            throw ProblemException.invalid(field, "", "is the key of another merchant");
        }
    }

    private static void checkLength(String field, String key) {
        if (key.length() < AccessKeys.KEY_LENGTH_MIN || key.length() > AccessKeys.KEY_LENGTH_MAX) {
            throw ProblemException.invalid(
                    field,
                    "",
                    "has " + key.length() + " characters, allowed are " + AccessKeys.KEY_LENGTH_MIN + " to "
                            + AccessKeys.KEY_LENGTH_MAX);
        }
    }
}
