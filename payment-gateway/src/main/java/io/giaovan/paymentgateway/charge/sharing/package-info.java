/**
 * What of a charge becomes another merchant's: terms that a platform sets, and how much of each a refund takes back. Serves charges, which keep it with the money that moves. It books nothing.
 */
@NullMarked
package io.giaovan.paymentgateway.charge.sharing;

import org.jspecify.annotations.NullMarked;
