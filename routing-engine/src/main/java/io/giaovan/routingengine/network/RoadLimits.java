package io.giaovan.routingengine.network;

/**
 * What the road network puts up with.
 *
 * @param snapMetres farthest a point may lie from a road, 1 to 2000
 * @param snapsCached points per vehicle kind whose road position is remembered, 0 to 1,000,000
 * @param downloadBytes largest extract fetched over the network, 1 to 4 GiB
 */
public record RoadLimits(double snapMetres, int snapsCached, long downloadBytes) {
    public static final RoadLimits DEFAULT = new RoadLimits(300, 50_000, 1L << 30);

    public RoadLimits {
        if (!(snapMetres >= 1 && snapMetres <= 2000)) {
            throw new IllegalArgumentException("network.snap-metres: " + snapMetres + " is outside 1 to 2000");
        }
        if (snapsCached < 0 || snapsCached > 1_000_000) {
            throw new IllegalArgumentException("network.snaps-cached: " + snapsCached + " is outside 0 to 1000000");
        }
        if (downloadBytes < 1 || downloadBytes > 4L << 30) {
            throw new IllegalArgumentException(
                    "network.download-bytes: " + downloadBytes + " is outside 1 to " + (4L << 30));
        }
    }
}
