/**
 * Fake telecom and bank over HTTP with their own books, signatures, text messages and scripted failures. Serves demonstrations, tests and partner shops. It never touches the gateway's data.
 */
@NullMarked
package io.giaovan.paymentgateway.sandbox;

import org.jspecify.annotations.NullMarked;
