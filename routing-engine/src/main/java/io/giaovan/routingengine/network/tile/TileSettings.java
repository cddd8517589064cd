package io.giaovan.routingengine.network.tile;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Settings of the base map, under {@code giaovan.tiles}.
 *
 * @param cacheBytes memory for tiles that were made, 0 to 1 GiB
 */
@ConfigurationProperties("giaovan.tiles")
record TileSettings(@Bindable(defaultValue = "16777216") long cacheBytes) {
    TileSettings {
        if (cacheBytes < 0 || cacheBytes > 1L << 30) {
            throw new IllegalArgumentException(
                    "giaovan.tiles.cache-bytes: " + cacheBytes + " is outside 0 to " + (1L << 30));
        }
    }
}
