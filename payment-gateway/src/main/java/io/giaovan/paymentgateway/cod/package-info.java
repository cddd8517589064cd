/**
 * Follows cash from the courier's hands to the depot and the bank. Serves depots and settlement. It never forgives a shortage silently.
 */
@NullMarked
package io.giaovan.paymentgateway.cod;

import org.jspecify.annotations.NullMarked;
