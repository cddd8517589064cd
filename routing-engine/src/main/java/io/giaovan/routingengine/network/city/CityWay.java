package io.giaovan.routingengine.network.city;

import java.util.List;

/**
 * A stretch of one street.
 *
 * @param name of the street, the same for all its stretches
 * @param kind how wide it is and who may use it
 * @param oneWay true when it is driven only in the order of its nodes
 * @param bridge true when it crosses the river
 * @param nodes indices into {@link CityPlan#nodes()}, at least two
 */
public record CityWay(String name, CityRoadKind kind, boolean oneWay, boolean bridge, List<Integer> nodes) {
    public CityWay {
        nodes = List.copyOf(nodes);
        if (nodes.size() < 2) {
            throw new IllegalArgumentException("way.nodes: has " + nodes.size() + ", at least 2 are needed");
        }
    }
}
