package io.giaovan.paymentgateway.charge.page;

import org.jspecify.annotations.Nullable;

/**
 * What the instruction page shows.
 *
 * @param amount formatted for people
 * @param address where the buyer goes to pay, while he has to
 * @param codeImage address of the code's picture, while one is to be scanned
 */
public record PayView(
        String amount,
        String statusVietnamese,
        String statusEnglish,
        @Nullable String address,
        @Nullable String codeImage,
        @Nullable String account,
        @Nullable String accountName,
        @Nullable String content) {}
