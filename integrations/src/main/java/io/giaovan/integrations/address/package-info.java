/**
 * Knows Vietnam's administrative units, the two tiers of today and the three of before, and how the old became the new. Serves the translators. It never guesses: what is ambiguous stays named as such.
 */
@NullMarked
package io.giaovan.integrations.address;

import org.jspecify.annotations.NullMarked;
