/**
 * Test clocks: a time of their own for a merchant's test customers. Serves merchants who test what happens later. There are none where money is real.
 */
@NullMarked
package io.giaovan.paymentgateway.api.clock;

import org.jspecify.annotations.NullMarked;
