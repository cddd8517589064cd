/**
 * Starts the payment gateway as a service of its own. Serves the split shape. It never holds business rules.
 */
@NullMarked
package io.giaovan.paymentgateway;

import org.jspecify.annotations.NullMarked;
