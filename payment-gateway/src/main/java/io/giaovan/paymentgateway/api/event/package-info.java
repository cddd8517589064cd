/**
 * Events as they are kept and shown. Serves merchants who look and the webhooks that tell. It never changes an event once it is kept.
 */
@NullMarked
package io.giaovan.paymentgateway.api.event;

import org.jspecify.annotations.NullMarked;
