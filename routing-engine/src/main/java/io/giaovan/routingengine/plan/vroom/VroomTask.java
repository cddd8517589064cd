package io.giaovan.routingengine.plan.vroom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A job or one half of a shipment, as the request states it.
 *
 * @param type {@code job}, {@code pickup} or {@code delivery}
 * @param id unique among those of its type
 * @param node the request's own object
 * @param location in {@link VroomPlaces}
 * @param setup seconds before the service when coming from elsewhere
 * @param service seconds
 * @param delivery amounts that leave the vehicle here; empty for none
 * @param pickup amounts that enter it; empty for none
 * @param skills what the vehicle must be able to do
 * @param priority 0 to 100
 * @param windows when service may begin, in order, in VROOM's seconds; empty for any time
 * @param other the key of a shipment's other half, its own for a job
 */
record VroomTask(
        String type,
        long id,
        JsonNode node,
        int location,
        int setup,
        int service,
        List<Integer> delivery,
        List<Integer> pickup,
        List<String> skills,
        int priority,
        List<long[]> windows,
        String other) {
    String key() {
        return key(type, id);
    }

    static String key(String type, long id) {
        return type + "-" + id;
    }

    boolean isJob() {
        return type.equals("job");
    }
}
