/**
 * Merchants' customers. Serves intents, saved ways to pay and test clocks. A deleted customer keeps its id and nothing personal.
 */
@NullMarked
package io.giaovan.paymentgateway.api.customer;

import org.jspecify.annotations.NullMarked;
