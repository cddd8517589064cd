/**
 * The house's own counter: the contract's payment desk as a bean and over HTTP. Serves order-service. It never decides anything itself.
 */
@NullMarked
package io.giaovan.paymentgateway.desk;

import org.jspecify.annotations.NullMarked;
