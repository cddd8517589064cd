package io.giaovan.paymentgateway.sandbox.wallet;

import io.giaovan.paymentgateway.sandbox.callback.SandboxCallback;

/** How one wallet tells what became of an order. */
interface WalletNews {
    WalletForm form();

    SandboxCallback of(WalletOrder order);
}
