/**
 * Setup intents: proves that a phone account is the buyer's and saves it. Serves merchants who charge later. It never takes money: what it holds for the proof is released at once.
 */
@NullMarked
package io.giaovan.paymentgateway.api.setup;

import org.jspecify.annotations.NullMarked;
