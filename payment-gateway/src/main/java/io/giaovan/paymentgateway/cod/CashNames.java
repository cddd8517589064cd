package io.giaovan.paymentgateway.cod;

import io.giaovan.contracts.money.Money;

/** Checks what bookkeepers type. */
final class CashNames {
    private CashNames() {}

    static void checkAmount(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount: " + amount.amount() + " is not above 0");
        }
    }

    static void checkReference(String reference) {
        if (!reference.matches("[A-Za-z0-9_.-]{1,60}")) {
            throw new IllegalArgumentException("reference: is not 1 to 60 letters, digits, _ . or -");
        }
    }

    /** A person is named as the house's staff list does; never a phone number. */
    static void checkPerson(String field, String person) {
        if (!person.matches("[\\p{L}\\p{N} _.@-]{2,60}") || person.matches("[+0-9 .-]+")) {
            throw new IllegalArgumentException(
                    field + ": is not 2 to 60 letters, digits, spaces, _ . @ or - with at least one letter");
        }
    }
}
