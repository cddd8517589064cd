package io.giaovan.paymentgateway.callback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.giaovan.contracts.money.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A notice in the form of SePay's webhook (developer.sepay.vn, read 2026-11-24). Times are Vietnam's.
 *
 * @param transferType {@code in} or {@code out}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SePayNotice(
        long id,
        @Nullable String gateway,
        String transactionDate,
        String accountNumber,
        @Nullable String code,
        @Nullable String content,
        String transferType,
        long transferAmount,
        @Nullable Long accumulated,
        @Nullable String subAccount,
        @Nullable String referenceCode,
        @Nullable String description) {
    boolean isIncoming() {
        return transferType.equals("in");
    }

    BankNotice toNotice() {
        return new BankNotice(
                "sepay-" + id,
                accountNumber,
                Money.vnd(transferAmount),
                Objects.requireNonNullElse(content, ""),
                Objects.requireNonNullElse(referenceCode, ""),
                BankNotice.local("transactionDate", transactionDate));
    }
}
