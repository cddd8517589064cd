/**
 * How charges are kept in MongoDB. Serves the charge's store and whoever keeps a chosen method. It must never decide
 * anything.
 */
@NullMarked
package io.giaovan.paymentgateway.charge.record;

import org.jspecify.annotations.NullMarked;
