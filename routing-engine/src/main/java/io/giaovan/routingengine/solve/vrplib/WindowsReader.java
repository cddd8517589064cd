package io.giaovan.routingengine.solve.vrplib;

import io.giaovan.routingengine.model.Objective;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Shift;
import io.giaovan.routingengine.model.Shipment;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Files with time windows: Solomon and Gehring-Homberger, Li and Lim. For cost, distances and times are cut after one
 * decimal (DIMACS 2022); for vehicles they are exact as far as the numbers reach (SINTEF), times rounded up so that no
 * window is missed by rounding.
 */
final class WindowsReader {
    private static final int DECIMAL = 10;
    private static final int FINEST = 10_000;
    /** Solomon's customers begin here, after name, vehicles and headings. */
    private static final int VEHICLES_MAX = PlanningProblem.VEHICLES_MAX;

    private WindowsReader() {}

    static Instance solomon(List<String> lines, Objective objective) {
        int vehicleLine = 0;
        while (!lines.get(vehicleLine).strip().equals("VEHICLE")) {
            vehicleLine++;
        }
        if (vehicleLine + 2 >= lines.size()) {
            throw new IllegalArgumentException("line " + lines.size() + ": the file ends before the vehicles");
        }
        double[] fleet = Lines.numbers(lines.get(vehicleLine + 2), vehicleLine + 3, 2);
        List<double[]> rows = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        boolean customers = false;
        for (int i = vehicleLine + 3; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("CUST NO.")) {
                customers = true;
            } else if (customers && !line.isEmpty()) {
                rows.add(Lines.numbers(line, i + 1, 7));
                numbers.add(i + 1);
            }
        }
        return instance(lines.getFirst().strip(), fleet, rows, numbers, objective);
    }

    static Instance liLim(String name, List<String> lines, Objective objective) {
        double[] fleet = Lines.numbers(lines.getFirst(), 1, 2);
        List<double[]> rows = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(Lines.numbers(lines.get(i), i + 1, 9));
                numbers.add(i + 1);
            }
        }
        return instance(name, fleet, rows, numbers, objective);
    }

    private static Instance instance(
            String name, double[] fleet, List<double[]> rows, List<Integer> lineOf, Objective objective) {
        int size = rows.size();
        if (size < 1 || size > PlanningProblem.STOPS_MAX + 1) {
            throw new IllegalArgumentException(
                    "customers: " + (size - 1) + " is outside 0 to " + PlanningProblem.STOPS_MAX);
        }
        for (int i = 0; i < size; i++) {
            if (rows.get(i)[0] != i) {
                throw new IllegalArgumentException(
                        "line " + lineOf.get(i) + ": customer " + rows.get(i)[0] + " is out of order, expected " + i);
            }
        }
        double horizon = rows.getFirst()[5];
        boolean exact = objective == Objective.VEHICLES;
        int scale = DECIMAL;
        while (exact && scale < FINEST && horizon * scale * 10 <= PlanningProblem.SECONDS_MAX) {
            scale *= 10;
        }
        if (horizon < 0 || horizon * scale > PlanningProblem.SECONDS_MAX) {
            throw new IllegalArgumentException("line " + lineOf.getFirst() + ": due date " + horizon
                    + " of the depot is outside 0 to " + PlanningProblem.SECONDS_MAX / scale);
        }
        double[] x = rows.stream().mapToDouble(row -> row[1]).toArray();
        double[] y = rows.stream().mapToDouble(row -> row[2]).toArray();
        List<Shipment> shipments = new ArrayList<>();
        List<Stop> stops = new ArrayList<>();
        for (int i = 1; i < size; i++) {
            stops.add(stop(rows, i, lineOf.get(i), scale, horizon, shipments));
        }
        int count = Lines.whole(fleet[0], 1);
        if (count < 1 || count > VEHICLES_MAX) {
            throw new IllegalArgumentException("vehicles: " + count + " is outside 1 to " + VEHICLES_MAX);
        }
        List<Vehicle> vehicles = new ArrayList<>();
        Shift shift = Shift.between((int) Math.round(rows.getFirst()[4] * scale), (int) Math.round(horizon * scale));
        for (int v = 1; v <= count; v++) {
            vehicles.add(Vehicle.of("v" + v, 0, Lines.whole(fleet[1], 1)).withShift(shift));
        }
        PlanningProblem problem = new PlanningProblem(
                vehicles, stops, shipments, Map.of("default", matrix(x, y, scale, exact)), objective, 0, null);
        return new Instance(name, problem, scale, exact ? 2 : 1, x, y, exact);
    }

    private static Stop stop(
            List<double[]> rows, int i, int line, int scale, double horizon, List<Shipment> shipments) {
        double[] row = rows.get(i);
        int demand = Lines.whole(row[3], line);
        StopId id = new StopId(String.valueOf(i));
        boolean paired = row.length == 9;
        if (paired && demand > 0) {
            int delivery = Lines.whole(row[8], line);
            if (delivery < 1 || delivery >= rows.size() || rows.get(delivery)[3] != -demand) {
                throw new IllegalArgumentException(
                        "line " + line + ": delivery " + delivery + " is not a customer with the demand " + -demand);
            }
            shipments.add(new Shipment(id, new StopId(String.valueOf(delivery)), List.of(demand)));
        }
        Stop stop = paired ? Stop.of(id.value(), i) : Stop.of(id.value(), i, demand);
        // due after the depot's closing time is common in these files and means no later than it
        int due = (int) Math.round(Math.min(row[5], horizon) * scale);
        return stop.withService((int) Math.round(row[6] * scale), 0)
                .withWindows(new Window(Math.min(due, (int) Math.round(row[4] * scale)), due));
    }

    private static TravelMatrix matrix(double[] x, double[] y, int scale, boolean exact) {
        int size = x.length;
        int[] metres = new int[size * size];
        int[] seconds = exact ? new int[size * size] : metres;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double scaled = Instance.distance(x, y, i, j) * scale;
                int there = i * size + j;
                int back = j * size + i;
                metres[there] = exact ? (int) Math.round(scaled) : (int) Math.floor(scaled + 1e-9);
                metres[back] = metres[there];
                if (exact) {
                    seconds[there] = (int) Math.ceil(scaled - 1e-9);
                    seconds[back] = seconds[there];
                }
            }
        }
        return new TravelMatrix(size, seconds, metres);
    }
}
