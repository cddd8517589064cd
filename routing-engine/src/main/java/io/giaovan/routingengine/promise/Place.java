package io.giaovan.routingengine.promise;

import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.TimeWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Room for one stop on a day's routes.
 *
 * @param point where
 * @param window when the parcel is to be handed over, or null for any time of the day
 * @param load what it takes up
 * @param readyAt when it can leave the depot
 */
public record Place(GeoPoint point, @Nullable TimeWindow window, ParcelLoad load, Instant readyAt) {}
