/**
 * Decides who sells through the house: name, depot, pick-up address, keys. Serves every room that acts for a seller. It
 * never shows one seller to another.
 */
@NullMarked
package io.giaovan.orderservice.merchant;

import org.jspecify.annotations.NullMarked;
