package io.giaovan.paymentgateway.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** What a buyer's page may see: one intent whose secret it knows, without what is between merchant and gateway. */
public final class BuyerView {
    private static final List<String> HIDDEN = List.of(
            "application",
            "application_fee_amount",
            "customer",
            "latest_charge",
            "on_behalf_of",
            "receipt_email",
            "review",
            "transfer_data",
            "transfer_group");

    private BuyerView() {}

    /**
     * Runs a request about an intent for whoever sent it: a buyer's page has to know the intent's secret, may expand
     * nothing and sees less, also of a refusal.
     *
     * @param fits whether a secret is the one of an id
     */
    public static Map<String, Object> of(
            ApiCall call, String id, BiPredicate<String, String> fits, Supplier<Map<String, Object>> work) {
        if (!call.publishable()) {
            return work.get();
        }
        if (!fits.test(id, call.form().requiredText("client_secret"))) {
            throw ApiRefusal.invalid(
                    "client_secret", "The client_secret provided is not the one of the intent in the address.");
        }
        if (call.form().has("expand")) {
            throw ApiRefusal.invalid("expand", "A publishable key cannot expand properties.");
        }
        try {
            return less(work.get());
        } catch (ApiRefusal refused) {
            throw refused.withIntent(BuyerView::less);
        }
    }

    @SuppressWarnings("NullAway") // A map of the wire holds nulls on purpose: they are sent.
    private static Map<String, Object> less(Map<String, Object> intent) {
        Map<String, Object> less = new LinkedHashMap<>(intent);
        HIDDEN.stream().filter(intent::containsKey).forEach(name -> less.put(name, null));
        less.put("metadata", Map.of());
        return less;
    }
}
