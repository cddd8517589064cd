package io.giaovan.paymentgateway.api.method;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.paymentgateway.rail.PhoneVault;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the way to pay that a request names by {@code payment_method}, or describes by {@code payment_method_data}. */
@Singleton
public final class NamedMethods {
    private static final int ID_LENGTH = 24;

    private final Methods methods;
    private final SavedMethods saved;
    private final PhoneVault vault;
    private final ApiSettings settings;

    NamedMethods(Methods methods, SavedMethods saved, PhoneVault vault, ApiSettings settings) {
        this.methods = methods;
        this.saved = saved;
        this.vault = vault;
        this.settings = settings;
    }

    /**
     * How the buyer pays, if the request says so.
     *
     * @param customer whose kept ways to pay may be used, or null
     * @param standing what was chosen before, or null
     * @param seed makes the id of a way to pay that is new
     */
    public Optional<ChosenMethod> chosen(
            MerchantId merchantId,
            Form form,
            @Nullable String customer,
            @Nullable ChosenMethod standing,
            List<String> types,
            CaptureMode capture,
            String seed) {
        Optional<String> named = form.text("payment_method");
        if (named.isEmpty()) {
            return methods.chosen(form, types, capture, seed);
        }
        if (form.has("payment_method_data")) {
            throw ApiRefusal.invalid(
                    "payment_method", "You may only specify one of payment_method and payment_method_data.");
        }
        ChosenMethod chosen = standing != null && standing.id().equals(named.get())
                ? standing
                : found(merchantId, named.get(), customer, seed);
        methods.check("payment_method", chosen.rail(), capture);
        if (!types.contains(chosen.rail())) {
            throw ApiRefusal.invalid(
                    "payment_method",
                    "The PaymentMethod is a " + chosen.rail() + ", which is none of the payment_method_types " + types);
        }
        return Optional.of(chosen);
    }

    private ChosenMethod found(MerchantId merchantId, String id, @Nullable String customer, String seed) {
        Optional<TestMethod> test = settings.live() ? Optional.empty() : TestMethod.find(id);
        if (test.isPresent()) {
            return new ChosenMethod(
                    "pm_" + Secrets.digest(id + "|" + seed).substring(0, ID_LENGTH),
                    test.get().rail(),
                    test.get().phone().map(vault::seal).orElse(null));
        }
        SavedMethod method = saved.find(merchantId, id)
                .orElseThrow(() -> ApiRefusal.invalid(
                        "payment_method", "resource_missing", "No such PaymentMethod: '" + id + "'"));
        if (method.detached()) {
            throw ApiRefusal.invalid(
                    "payment_method",
                    "payment_method_unexpected_state",
                    "This PaymentMethod was detached from a Customer and may not be used again.");
        }
        if (method.customer() != null && !method.customer().equals(customer)) {
            throw ApiRefusal.invalid(
                    "payment_method",
                    customer == null
                            ? "The PaymentMethod belongs to a Customer. Please include the Customer in the customer"
                                    + " parameter."
                            : "The PaymentMethod does not belong to the Customer " + customer + ".");
        }
        return new ChosenMethod(method.id(), method.rail(), method.phone());
    }
}
