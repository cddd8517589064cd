/**
 * Points, addresses and administrative units. Serves every room that says where. It knows nothing of roads or travel times.
 */
@NullMarked
package io.giaovan.contracts.place;

import org.jspecify.annotations.NullMarked;
