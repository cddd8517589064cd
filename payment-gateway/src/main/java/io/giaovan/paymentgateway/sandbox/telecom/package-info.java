/**
 * A fake telecom over HTTP in the words of CAMARA, with its own books, text messages and scripted failures. Serves demonstrations, tests and partner shops. It never touches the gateway's data.
 */
@NullMarked
package io.giaovan.paymentgateway.sandbox.telecom;

import org.jspecify.annotations.NullMarked;
