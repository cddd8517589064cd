package io.giaovan.paymentgateway.api.intent;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.VersionChange;
import io.giaovan.paymentgateway.api.charge.ChargeShape;
import io.giaovan.paymentgateway.charge.ChargeStore;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Since 2022-11-15 an intent names its latest charge; before, it held the list of its charges
 * (https://docs.stripe.com/upgrades, read 2026-11-24). In an event the charge is shown as it stands when the event is
 * sent.
 */
@Singleton
final class LatestChargeChange implements VersionChange {
    private final ChargeStore store;
    private final ChargeShape charges;

    LatestChargeChange(ChargeStore store, ChargeShape charges) {
        this.store = store;
        this.charges = charges;
    }

    @Override
    public String since() {
        return "2022-11-15";
    }

    @Override
    public String kind() {
        return "payment_intent";
    }

    @Override
    public Map<String, Object> before(MerchantId merchantId, Map<String, Object> object) {
        String id = String.valueOf(object.get("id"));
        Optional<Map<String, Object>> charge = object.get("latest_charge") == null
                ? Optional.empty()
                : store.find(merchantId, new ChargeId(id)).map(charges::shape);
        Map<String, Object> older = new LinkedHashMap<>(object);
        older.remove("latest_charge");
        older.put(
                "charges",
                ApiObject.list(
                        "/v1/charges?payment_intent=" + id, charge.map(List::of).orElse(List.of()), false));
        return older;
    }
}
