/**
 * Fake wallets over HTTP in the forms of MoMo, ZaloPay and VNPAY, with their own books, a page for buyers, signatures and scripted failures. Serves demonstrations, tests and partner shops. It never touches the gateway's data.
 */
@NullMarked
package io.giaovan.paymentgateway.sandbox.wallet;

import org.jspecify.annotations.NullMarked;
