package io.giaovan.routingengine.network;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Settings of the road network, under {@code giaovan.network}.
 *
 * @param source {@code city} for the made-up city, or path or http(s) address of an OpenStreetMap extract
 * @param seed of the made-up city
 * @param workFolder where downloads and imports are kept
 * @param snapMetres farthest a point may lie from a road, 1 to 2000
 * @param snapsCached points per vehicle kind whose road position is remembered
 * @param downloadBytes largest extract fetched over the network
 */
@ConfigurationProperties("giaovan.network")
public record NetworkSettings(
        @Bindable(defaultValue = "city") String source,
        @Bindable(defaultValue = "7") long seed,
        @Bindable(defaultValue = "data/roads") String workFolder,
        @Bindable(defaultValue = "300") double snapMetres,
        @Bindable(defaultValue = "50000") int snapsCached,
        @Bindable(defaultValue = "1073741824") long downloadBytes) {

    public RoadSource roadSource() {
        return RoadSource.of(source, seed);
    }

    public RoadLimits limits() {
        return new RoadLimits(snapMetres, snapsCached, downloadBytes);
    }
}
