/**
 * Decides what a made-up city looks like: streets, alleys, a river with few bridges, wards and house numbers, all from one
 * seed. Serves demonstrations and tests, which read it through the same import as any real extract. It must never be asked
 * for travel times or look at real places.
 */
@NullMarked
package io.giaovan.routingengine.network.city;

import org.jspecify.annotations.NullMarked;
