/**
 * Who sells: the identifier that every merchant-owned query carries. Serves all services. It holds no seller data.
 */
@NullMarked
package io.giaovan.contracts.merchant;

import org.jspecify.annotations.NullMarked;
