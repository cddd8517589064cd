package io.giaovan.routingengine.plan.vroom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a route, as it is answered.
 *
 * @param type {@code start}, {@code job}, {@code pickup}, {@code delivery}, {@code break} or {@code end}
 * @param id of the task or break, null at start and end
 * @param node the request's own object, null at start and end
 * @param location in {@link VroomPlaces}, -1 for a break
 * @param arrival in VROOM's seconds
 * @param setup seconds
 * @param service seconds
 * @param waiting seconds
 * @param duration seconds driven so far
 * @param distance metres driven so far
 * @param load on board afterwards
 * @param violations what is broken here
 */
record DrivenStep(
        String type,
        @Nullable Long id,
        @Nullable JsonNode node,
        int location,
        long arrival,
        long setup,
        long service,
        long waiting,
        long duration,
        long distance,
        int[] load,
        List<VroomViolation> violations) {}
