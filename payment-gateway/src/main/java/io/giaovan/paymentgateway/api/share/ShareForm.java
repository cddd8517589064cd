package io.giaovan.paymentgateway.api.share;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.key.ConnectedMerchants;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.sharing.Sharing;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads on what terms a charge is to be shared. */
@Singleton
public final class ShareForm {
    private static final int GROUP_LENGTH_MAX = 100;
    private static final String FEE = "application_fee_amount";
    private static final String DATA = "transfer_data";
    private static final String DESTINATION = "destination";
    private static final String AMOUNT = "amount";
    private static final String GROUP = "transfer_group";
    private static final String BEHALF = "on_behalf_of";
    private static final String CASH = "cash";
    /** What a request may say of it. */
    public static final List<String> NAMES = List.of(FEE, DATA, GROUP, BEHALF);

    private final ConnectedMerchants connected;

    ShareForm(ConnectedMerchants connected) {
        this.connected = connected;
    }

    public static boolean names(Form form) {
        return NAMES.stream().anyMatch(form::has);
    }

    /**
     * The terms after a request, over what they were before; an empty value removes one.
     *
     * @param whole the amount of the charge
     */
    public Sharing read(MerchantId merchantId, Form form, Sharing before, Money whole) {
        Form data = form.child(DATA);
        data.allow(DESTINATION, AMOUNT);
        boolean dropped = form.has(DATA) && data.isEmpty();
        Sharing wanted = new Sharing(
                dropped ? null : account(merchantId, data, DESTINATION, before.destination()),
                dropped ? null : money(data, AMOUNT, before.part(), whole),
                money(form, FEE, before.fee(), whole),
                form.noted(GROUP, GROUP_LENGTH_MAX, before.group()),
                account(merchantId, form, BEHALF, before.onBehalfOf()));
        check(merchantId, wanted);
        return wanted;
    }

    private @Nullable String account(MerchantId platform, Form form, String name, @Nullable String before) {
        String id = form.noted(name, GROUP_LENGTH_MAX, before);
        if (id != null && connected.connectedTo(platform, id).isEmpty()) {
            throw ApiRefusal.invalid(
                    form.nameOf(name),
                    "resource_missing",
                    "No such destination: '" + id + "'; connect the merchant first.");
        }
        return id;
    }

    private static @Nullable Money money(Form form, String name, @Nullable Money before, Money whole) {
        OptionalLong given = form.whole(name);
        Money money = given.isPresent()
                ? (Money) new Money(given.getAsLong(), whole.currency())
                : form.has(name) ? null : before;
        if (money != null && (money.isNegative() || money.compareTo(whole) > 0)) {
            throw ApiRefusal.invalid(
                    form.nameOf(name),
                    "Invalid " + form.nameOf(name) + ": " + money.amount() + " is outside 0 to " + whole.amount()
                            + ", the amount of the charge");
        }
        return money;
    }

    private void check(MerchantId merchantId, Sharing sharing) {
        if (sharing.part() != null && sharing.destination() == null) {
            throw ApiRefusal.missing("transfer_data[destination]");
        }
        if (sharing.part() != null && sharing.fee() != null) {
            throw ApiRefusal.invalid(
                    FEE, "You cannot give both transfer_data[amount] and application_fee_amount; choose one.");
        }
        if (sharing.fee() != null
                && sharing.destination() == null
                && connected.platformOf(merchantId).isEmpty()) {
            throw ApiRefusal.invalid(
                    FEE,
                    "Can only apply an application_fee_amount when the PaymentIntent is for a connected account: give"
                            + " transfer_data[destination], or Stripe-Account.");
        }
    }

    /**
     * The ways to pay without cash, which takes days to become the seller's and so is not shared.
     *
     * @param chosen whether the merchant named them
     */
    public static List<String> payable(Sharing sharing, List<String> types, boolean chosen) {
        boolean shared = sharing.destination() != null || sharing.fee() != null;
        if (!shared || !types.contains(CASH)) {
            return types;
        }
        if (chosen) {
            throw ApiRefusal.invalid("payment_method_types", "What is paid in cash cannot be shared; leave cash out.");
        }
        return types.stream().filter(type -> !type.equals(CASH)).toList();
    }

    /** Refuses a refund that would take back what a charge never shared. */
    public static void checkTakesBack(Form form, Charge charge) {
        Sharing sharing = charge.particulars().sharing();
        if (form.flag("reverse_transfer") && sharing.destination() == null) {
            throw ApiRefusal.invalid("reverse_transfer", charge.id() + " has no transfer that could be reversed.");
        }
        if (form.flag("refund_application_fee") && sharing.fee() == null) {
            throw ApiRefusal.invalid(
                    "refund_application_fee", charge.id() + " has no application fee that could be refunded.");
        }
    }
}
