/**
 * Plays the marketplace: shops, buyers, signed calls and pushes. Serves tests, demonstrations and simulated days. It must
 * never be called by the flows but over its own API.
 */
@NullMarked
package io.giaovan.integrations.sandbox.market;

import org.jspecify.annotations.NullMarked;
