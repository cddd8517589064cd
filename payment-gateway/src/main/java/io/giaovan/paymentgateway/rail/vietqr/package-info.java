/**
 * Bank transfers by VietQR: the code to scan, the transfer code inside, and reading both back. Serves charges and the bank's notices. It never believes money came without a notice.
 */
@NullMarked
package io.giaovan.paymentgateway.rail.vietqr;

import org.jspecify.annotations.NullMarked;
