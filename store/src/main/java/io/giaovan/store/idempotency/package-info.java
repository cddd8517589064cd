/**
 * Remembers which creating requests were answered and how. Serves the HTTP surfaces that take an Idempotency-Key. It
 * never runs a request itself.
 */
@NullMarked
package io.giaovan.store.idempotency;

import org.jspecify.annotations.NullMarked;
