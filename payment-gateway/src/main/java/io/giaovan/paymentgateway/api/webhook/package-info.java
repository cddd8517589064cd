/**
 * Webhook endpoints and the deliveries to them. Serves merchants' software with signed events, at least once each. It never calls an address that the guard refuses.
 */
@NullMarked
package io.giaovan.paymentgateway.api.webhook;

import org.jspecify.annotations.NullMarked;
