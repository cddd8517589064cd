package io.giaovan.paymentgateway.callback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.giaovan.contracts.money.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The data of a notice in the form of Casso's second webhook (casso.vn, field names from memory and unchecked). Times
 * are Vietnam's.
 *
 * @param id Casso's id of the transfer
 * @param amount below zero when it went out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CassoNotice(
        long id,
        @Nullable String reference,
        @Nullable String description,
        long amount,
        String transactionDateTime,
        String accountNumber) {
    boolean isIncoming() {
        return amount > 0;
    }

    BankNotice toNotice() {
        return new BankNotice(
                "casso-" + id,
                accountNumber,
                Money.vnd(amount),
                Objects.requireNonNullElse(description, ""),
                Objects.requireNonNullElse(reference, ""),
                BankNotice.local("transactionDateTime", transactionDateTime));
    }
}
