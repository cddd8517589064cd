/**
 * A fake mobile money provider over HTTP in the words of the GSMA, with its own books, phones to approve on and scripted failures. Serves demonstrations, tests and partner shops. It never touches the gateway's data.
 */
@NullMarked
package io.giaovan.paymentgateway.sandbox.mobilemoney;

import org.jspecify.annotations.NullMarked;
