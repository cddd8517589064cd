/**
 * The payment gateway alone, for partner shops' developers. Serves whoever tries the Stripe-shaped API with an official
 * client library. It holds no business code: it starts, prints and stops.
 */
@NullMarked
package io.giaovan.standalone.gateway;

import org.jspecify.annotations.NullMarked;
