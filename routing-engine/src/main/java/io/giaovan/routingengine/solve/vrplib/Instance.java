package io.giaovan.routingengine.solve.vrplib;

import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.StopId;
import java.util.Locale;

/**
 * A benchmark instance as a planning problem. Stops have their number in the file's own convention as id; location 0 is
 * the depot and location i the i-th customer.
 *
 * @param name as the file says
 * @param problem with distances and times times {@code scale}
 * @param scale units of the problem in one unit of the file
 * @param decimals digits after the point that a cost is quoted with
 * @param x coordinates per location
 * @param y coordinates per location
 * @param isExact whether cost is the sum of unrounded distances; otherwise each distance is rounded as the problem has it
 */
public record Instance(
        String name, PlanningProblem problem, int scale, int decimals, double[] x, double[] y, boolean isExact) {
    /** The plan's distance in the file's unit and convention. */
    public double cost(Plan plan) {
        double sum = 0;
        for (PlannedRoute route : plan.routes()) {
            if (isExact) {
                int from = 0;
                for (StopId stop : route.stops()) {
                    int to = location(stop);
                    sum += distance(from, to);
                    from = to;
                }
                sum += distance(from, 0);
            } else {
                sum += (double) route.metres() / scale;
            }
        }
        return sum;
    }

    private int location(StopId stop) {
        return Integer.parseInt(stop.value());
    }

    private double distance(int from, int to) {
        return distance(x, y, from, to);
    }

    /** Straight line; coordinates are at most 1e9, so that squaring them is safe and quicker than hypot. */
    static double distance(double[] x, double[] y, int from, int to) {
        double dx = x[from] - x[to];
        double dy = y[from] - y[to];
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** The plan's routes in CVRPLIB's form, with the cost at the end. */
    public String solution(Plan plan) {
        StringBuilder text = new StringBuilder();
        int number = 1;
        for (PlannedRoute route : plan.routes()) {
            text.append("Route #").append(number++).append(':');
            route.stops().forEach(stop -> text.append(' ').append(stop.value()));
            text.append('\n');
        }
        return text.append("Cost ").append(costText(plan)).append('\n').toString();
    }

    public String costText(Plan plan) {
        return String.format(Locale.ROOT, "%." + decimals + "f", cost(plan));
    }
}
