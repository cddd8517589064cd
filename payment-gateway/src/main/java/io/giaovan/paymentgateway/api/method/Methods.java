package io.giaovan.paymentgateway.api.method;

import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.paymentgateway.rail.PhoneVault;
import io.giaovan.paymentgateway.rail.Rail;
import io.giaovan.paymentgateway.rail.Rails;
import io.giaovan.paymentgateway.rail.SealedPhone;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads from a request how the buyer pays. */
@Singleton
public final class Methods {
    private static final int ID_LENGTH = 24;

    private final Rails rails;
    private final PhoneVault vault;

    Methods(Rails rails, PhoneVault vault) {
        this.rails = rails;
        this.vault = vault;
    }

    /** The ways to pay that an intent allows; all that can be captured as it wants when the request names none. */
    public List<String> types(Form form, CaptureMode capture) {
        List<String> asked = form.list("payment_method_types");
        for (String type : asked) {
            check("payment_method_types", type, capture);
        }
        return asked.isEmpty()
                ? rails.names().stream()
                        .filter(name -> fits(rails.get(name), capture))
                        .toList()
                : asked.stream().distinct().toList();
    }

    /**
     * How the buyer pays, if the request says so. Where only one way is allowed that needs nothing more, naming it is
     * not needed.
     *
     * @param seed makes the id of the way to pay
     */
    public Optional<ChosenMethod> chosen(Form form, List<String> types, CaptureMode capture, String seed) {
        Form data = form.child("payment_method_data");
        Optional<String> named = data.text("type");
        String only = types.size() == 1 ? types.getFirst() : "";
        if (named.isEmpty() && !data.isEmpty()) {
            throw ApiRefusal.missing(data.nameOf("type"));
        }
        if (named.isEmpty()
                && (only.isEmpty()
                        || (rails.get(only).needsPhone() && phone(form, only).isEmpty()))) {
            return Optional.empty();
        }
        String type = named.orElse(only);
        check(data.nameOf("type"), type, capture);
        if (!types.contains(type)) {
            throw ApiRefusal.invalid(
                    data.nameOf("type"), type + " is none of the intent's payment_method_types " + types);
        }
        String id = "pm_" + Secrets.digest("method|" + seed).substring(0, ID_LENGTH);
        return Optional.of(new ChosenMethod(id, type, rails.get(type).needsPhone() ? sealed(form, type) : null));
    }

    List<String> names() {
        return rails.names();
    }

    /** The rails whose ways to pay can be kept: those that know the buyer again by a phone account. */
    public List<String> keepable() {
        return rails.names().stream().filter(name -> canBeKept(rails.get(name))).toList();
    }

    private static boolean canBeKept(Rail rail) {
        return rail.needsPhone() && rail.canHold();
    }

    void checkCanBeKept(String name) {
        if (!canBeKept(rails.get(name))) {
            throw ApiRefusal.invalid(
                    "payment_method", "A " + name + " cannot be kept for later; these can: " + keepable());
        }
    }

    /** A way to pay that a request describes by {@code type} and what that type needs. */
    ChosenMethod described(Form form, String id) {
        String type = form.requiredText("type");
        if (rails.find(type).isEmpty()) {
            throw ApiRefusal.invalid("type", "Invalid type: must be one of " + String.join(", ", rails.names()));
        }
        Form own = form.child(type);
        own.allow("phone", "msisdn");
        String param = own.nameOf("phone");
        return new ChosenMethod(
                id,
                type,
                rails.get(type).needsPhone()
                        ? sealed(
                                own.text("phone")
                                        .or(() -> own.text("msisdn"))
                                        .orElseThrow(() -> ApiRefusal.missing(param)),
                                param)
                        : null);
    }

    void check(String param, String type, CaptureMode capture) {
        Rail rail = rails.find(type)
                .orElseThrow(() -> ApiRefusal.invalid(
                        param, "Invalid " + param + ": must be one of " + String.join(", ", rails.names())));
        if (!fits(rail, capture)) {
            throw ApiRefusal.invalid(
                    "capture_method",
                    type + " cannot be captured this way, use capture_method="
                            + (rail.canHold() ? "manual" : "automatic"));
        }
    }

    private static boolean fits(Rail rail, CaptureMode capture) {
        return capture == CaptureMode.ON_PROOF ? rail.canHold() : rail.canTakeAtOnce();
    }

    private SealedPhone sealed(Form form, String type) {
        String param = form.child("payment_method_data").child(type).nameOf("phone");
        return sealed(phone(form, type).orElseThrow(() -> ApiRefusal.missing(param)), param);
    }

    private SealedPhone sealed(String phone, String param) {
        try {
            return vault.seal(phone);
        } catch (IllegalArgumentException malformed) {
            throw ApiRefusal.invalid(param, "Invalid phone number: give +84 and nine digits, or 0 and nine digits.");
        }
    }

    /** Where client libraries can put a phone number. */
    private static Optional<String> phone(Form form, String type) {
        Form data = form.child("payment_method_data");
        Form own = data.child(type);
        Form options = form.child("payment_method_options").child(type);
        return own.text("phone")
                .or(() -> own.text("msisdn"))
                .or(() -> options.text("phone"))
                .or(() -> options.text("msisdn"))
                .or(() -> data.child("billing_details").text("phone"));
    }
}
