package io.giaovan.paymentgateway.sandbox.wallet;

import java.util.Locale;

/** Which wallet is played. */
enum WalletForm {
    MOMO,
    ZALOPAY,
    VNPAY;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
