/**
 * Charges a phone account by CAMARA Carrier Billing in two steps with a one-time password. Serves charges. It never repeats a call whose outcome is unknown without asking first.
 */
@NullMarked
package io.giaovan.paymentgateway.rail.carrierbilling;

import org.jspecify.annotations.NullMarked;
