/**
 * Payment intents, from the request's words to a charge and back. Serves merchants' servers and buyers' pages. It moves no money itself: it calls the charge.
 */
@NullMarked
package io.giaovan.paymentgateway.api.intent;

import org.jspecify.annotations.NullMarked;
