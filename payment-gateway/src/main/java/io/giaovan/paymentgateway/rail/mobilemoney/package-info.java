/**
 * Charges mobile money accounts and pays to them by the GSMA Mobile Money API. Serves charges and payouts. It never takes a notice for the truth: it asks the provider.
 */
@NullMarked
package io.giaovan.paymentgateway.rail.mobilemoney;

import org.jspecify.annotations.NullMarked;
