/**
 * What a platform and the merchants it connected share of a charge: the part that is passed on, the platform's fee, and what refunds take back. Serves platforms. It moves money through the ledger only, each share once, as the charge's own money is booked.
 */
@NullMarked
package io.giaovan.paymentgateway.api.share;

import org.jspecify.annotations.NullMarked;
