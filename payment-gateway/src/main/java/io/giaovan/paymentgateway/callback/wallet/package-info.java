/**
 * Hears the notices of wallets, each in its form. Serves MoMo, ZaloPay and VNPAY. It never believes them: a rightly signed notice is the occasion to ask the wallet.
 */
@NullMarked
package io.giaovan.paymentgateway.callback.wallet;

import org.jspecify.annotations.NullMarked;
