/**
 * Cash at the door: no provider, the courier's hands. Serves charges. It never counts money; the depot does.
 */
@NullMarked
package io.giaovan.paymentgateway.rail.cash;

import org.jspecify.annotations.NullMarked;
