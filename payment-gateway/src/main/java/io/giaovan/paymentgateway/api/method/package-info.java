/**
 * Ways to pay, as requests name them. Serves intents. It keeps no phone number in the clear.
 */
@NullMarked
package io.giaovan.paymentgateway.api.method;

import org.jspecify.annotations.NullMarked;
