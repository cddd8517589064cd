/**
 * A fake bank over HTTP: a buyer's app, notices, our orders and statements. Serves demonstrations, tests and partner shops. It never touches the gateway's data.
 */
@NullMarked
package io.giaovan.paymentgateway.sandbox.bank;

import org.jspecify.annotations.NullMarked;
