/**
 * The command {@code crash --gateway}: the payment gateway is killed while buyers pay over every rail, at drawn moments
 * and at the worst ones, with providers in another process that live on. Serves whoever wants to see that money moves
 * once. It never looks into the gateway but through its interfaces.
 */
@NullMarked
package io.giaovan.standalone.crash.gateway;

import org.jspecify.annotations.NullMarked;
