package io.giaovan.routingengine.network.city;

import io.giaovan.contracts.place.GeoPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A made-up city of about six by six kilometres.
 *
 * @param seed what it was made from
 * @param nodes points that roads are drawn through
 * @param ways its roads
 * @param river outline of the water, not closed by repeating the first point
 * @param wards its wards, covering all of it
 * @param houses doors to deliver to, some thousands
 * @param depots at least three
 */
public record CityPlan(
        long seed,
        List<GeoPoint> nodes,
        List<CityWay> ways,
        List<GeoPoint> river,
        List<CityWard> wards,
        List<CityHouse> houses,
        List<CityDepot> depots) {
    public static final String NAME = "Thành phố Mẫu";

    public CityPlan {
        nodes = List.copyOf(nodes);
        ways = List.copyOf(ways);
        river = List.copyOf(river);
        wards = List.copyOf(wards);
        houses = List.copyOf(houses);
        depots = List.copyOf(depots);
    }

    /** Different houses drawn at random; all of them, in random order, when more are wanted than there are. */
    public List<CityHouse> sample(int count, Random random) {
        List<CityHouse> drawn = new ArrayList<>(houses);
        Collections.shuffle(drawn, random);
        return List.copyOf(drawn.subList(0, Math.min(count, drawn.size())));
    }
}
