/**
 * How charges and refunds look on the wire. Serves intents, refunds and their news. It decides nothing.
 */
@NullMarked
package io.giaovan.paymentgateway.api.charge;

import org.jspecify.annotations.NullMarked;
