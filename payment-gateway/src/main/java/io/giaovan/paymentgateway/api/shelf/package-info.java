/**
 * Keeps the things that only the public API knows, each with its news in one write. Serves the API's own resources. It never lets one merchant reach another's things.
 */
@NullMarked
package io.giaovan.paymentgateway.api.shelf;

import org.jspecify.annotations.NullMarked;
