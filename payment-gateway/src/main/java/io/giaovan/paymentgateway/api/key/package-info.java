/**
 * Keys of the public API: kept as digests, each with what it opens. Serves whoever is let in below {@code /v1}. It never keeps or shows a key again.
 */
@NullMarked
package io.giaovan.paymentgateway.api.key;

import org.jspecify.annotations.NullMarked;
