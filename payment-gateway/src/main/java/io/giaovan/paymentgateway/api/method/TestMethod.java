package io.giaovan.paymentgateway.api.method;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ways to pay that everybody has in test mode and that end in a known way, as Stripe's {@code pm_card_…} do. Behind each
 * is a number of the telecom sandbox; where a password is asked for, it waits among that number's messages.
 */
public enum TestMethod {
    /** Pays at once, without a password. */
    PM_CARRIER_BILLING("carrier_billing", "+84900000002"),
    /** Asks for a password. */
    PM_CARRIER_BILLING_PASSWORD("carrier_billing", "+84900000100"),
    PM_CARRIER_BILLING_DENIED("carrier_billing", "+84900000001"),
    /** Denied when the money is taken. */
    PM_CARRIER_BILLING_CAPTURE_DENIED("carrier_billing", "+84900000003"),
    PM_CARRIER_BILLING_OVER_THRESHOLD("carrier_billing", "+84900000004"),
    PM_CARRIER_BILLING_PREPARE_REPLY_LOST("carrier_billing", "+84900000005"),
    PM_CARRIER_BILLING_CAPTURE_REPLY_LOST("carrier_billing", "+84900000006"),
    PM_CARRIER_BILLING_SLOW("carrier_billing", "+84900000007"),
    /** Pays at once; every refund fails. */
    PM_CARRIER_BILLING_REFUND_FAILS("carrier_billing", "+84900000016"),
    /** Pays at once; the subscriber disputes it right after. */
    PM_CARRIER_BILLING_DISPUTED("carrier_billing", "+84900000017"),
    PM_VIETQR("vietqr", null),
    PM_CASH("cash", null);

    private final String rail;
    private final @Nullable String phone;

    TestMethod(String rail, @Nullable String phone) {
        this.rail = rail;
        this.phone = phone;
    }

    /** The name on the wire, for instance {@code pm_carrier_billing_denied}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String rail() {
        return rail;
    }

    public Optional<String> phone() {
        return Optional.ofNullable(phone);
    }

    static Optional<TestMethod> find(String id) {
        return Arrays.stream(values()).filter(method -> method.id().equals(id)).findFirst();
    }
}
