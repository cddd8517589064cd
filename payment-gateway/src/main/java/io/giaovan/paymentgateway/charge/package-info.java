/**
 * The life of a charge from intent to money taken, given up or given back. Serves the payment desk, the public API and the callbacks. It never calls a provider before the attempt is stored.
 */
@NullMarked
package io.giaovan.paymentgateway.charge;

import org.jspecify.annotations.NullMarked;
