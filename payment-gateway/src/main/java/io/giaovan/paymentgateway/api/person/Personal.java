package io.giaovan.paymentgateway.api.person;

import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.Form;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who a buyer is.
 *
 * @param address by the wire's names: {@code line1}, {@code line2}, {@code city}, {@code state}, {@code postal_code},
 *     {@code country}; empty for none
 */
public record Personal(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        Map<String, String> address) {
    public static final Personal NOBODY = new Personal(null, null, null, Map.of());
    private static final String[] ADDRESS = {"city", "country", "line1", "line2", "postal_code", "state"};
    private static final int NAME_LENGTH_MAX = 256;
    private static final int EMAIL_LENGTH_MAX = 512;
    private static final int PHONE_LENGTH_MAX = 20;
    private static final int LINE_LENGTH_MAX = 500;

    public Personal {
        address = Map.copyOf(address);
    }

    /** What a request says, over what was known before; an empty value removes it. */
    public static Personal read(Form form, Personal before) {
        String email = form.noted("email", EMAIL_LENGTH_MAX, before.email);
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
            throw ApiRefusal.invalid(form.nameOf("email"), "email_invalid", "Invalid email address.");
        }
        return new Personal(
                form.noted("name", NAME_LENGTH_MAX, before.name),
                email,
                form.noted("phone", PHONE_LENGTH_MAX, before.phone),
                form.has("address") ? address(form.child("address")) : before.address);
    }

    private static Map<String, String> address(Form form) {
        form.allow(ADDRESS);
        Map<String, String> address = new TreeMap<>();
        for (String field : ADDRESS) {
            Optional<String> given = form.text(field, LINE_LENGTH_MAX);
            given.ifPresent(value -> address.put(field, value));
        }
        return address;
    }

    /** The address as the wire shows it, or null. */
    public @Nullable Map<String, Object> shownAddress() {
        if (address.isEmpty()) {
            return null;
        }
        ApiObject shown = new ApiObject();
        for (String field : ADDRESS) {
            shown.put(field, address.get(field));
        }
        return shown.toMap();
    }

    /** Billing details as the wire shows them. */
    public Map<String, Object> shownBilling() {
        return new ApiObject()
                .put("address", shownAddress())
                .put("email", email)
                .put("name", name)
                .put("phone", phone)
                .none("tax_id")
                .toMap();
    }

    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "Personal[hidden]";
    }
}
