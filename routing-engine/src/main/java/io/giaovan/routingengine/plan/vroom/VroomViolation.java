package io.giaovan.routingengine.plan.vroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a given route breaks.
 *
 * @param cause as VROOM names it
 * @param seconds how much, for {@link #LEAD_TIME} and {@link #DELAY}; else 0
 */
record VroomViolation(String cause, long seconds) {
    static final String LEAD_TIME = "lead_time";
    static final String DELAY = "delay";
    static final String LOAD = "load";
    static final String MAX_TASKS = "max_tasks";
    static final String SKILLS = "skills";
    static final String PRECEDENCE = "precedence";
    static final String MISSING_BREAK = "missing_break";
    static final String MAX_TRAVEL_TIME = "max_travel_time";
    static final String MAX_DISTANCE = "max_distance";
    static final String MAX_LOAD = "max_load";

    static VroomViolation of(String cause) {
        return new VroomViolation(cause, 0);
    }

    /** Each cause once, its seconds added up. */
    static List<VroomViolation> summed(List<VroomViolation> violations) {
        Map<String, Long> seconds = new TreeMap<>();
        violations.forEach(violation -> seconds.merge(violation.cause(), violation.seconds(), Long::sum));
        List<VroomViolation> summed = new ArrayList<>();
        seconds.forEach((cause, sum) -> summed.add(new VroomViolation(cause, sum)));
        return summed;
    }
}
