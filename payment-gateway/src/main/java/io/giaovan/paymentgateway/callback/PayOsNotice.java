package io.giaovan.paymentgateway.callback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.giaovan.contracts.money.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The data of a notice in the form of payOS (payos.vn, field names from memory and unchecked). Times are Vietnam's.
 *
 * @param reference the bank's booking reference; one transfer has one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PayOsNotice(
        long amount,
        @Nullable String description,
        String accountNumber,
        String reference,
        String transactionDateTime,
        @Nullable String currency) {
    BankNotice toNotice() {
        String money = Objects.requireNonNullElse(currency, Money.VND);
        if (!money.equals(Money.VND)) {
            throw new IllegalArgumentException("currency: '" + money + "' is not VND");
        }
        return new BankNotice(
                "payos-" + BankNotice.plain(reference),
                accountNumber,
                Money.vnd(amount),
                Objects.requireNonNullElse(description, ""),
                reference,
                BankNotice.local("transactionDateTime", transactionDateTime));
    }
}
