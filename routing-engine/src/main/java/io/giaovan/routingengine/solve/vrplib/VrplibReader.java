package io.giaovan.routingengine.solve.vrplib;

import io.giaovan.routingengine.model.Objective;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** VRPLIB files of capacitated problems with Euclidean distances, rounded to whole numbers (Uchoa et al. 2017). */
final class VrplibReader {
    private VrplibReader() {}

    static Instance read(List<String> lines, Objective objective) {
        Map<String, String> header = new HashMap<>();
        Map<String, Integer> sections = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            int colon = line.indexOf(':');
            if (line.endsWith("_SECTION")) {
                sections.put(line, i + 1);
            } else if (colon > 0) {
                header.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        String weights = header.getOrDefault("EDGE_WEIGHT_TYPE", "missing");
        if (!weights.equals("EUC_2D")) {
            throw new IllegalArgumentException("EDGE_WEIGHT_TYPE: " + weights + " is not supported, only EUC_2D");
        }
        int size = wholeHeader(header, "DIMENSION", PlanningProblem.STOPS_MAX + 1);
        int capacity = wholeHeader(header, "CAPACITY", PlanningProblem.LOAD_MAX);
        double[] x = new double[size];
        double[] y = new double[size];
        int[] demand = new int[size];
        int coordinates = section(sections, "NODE_COORD_SECTION");
        int demands = section(sections, "DEMAND_SECTION");
        for (int i = 0; i < size; i++) {
            double[] row = row(lines, coordinates + i, 3);
            expectNode(row[0], i, coordinates + i);
            x[i] = row[1];
            y[i] = row[2];
            row = row(lines, demands + i, 2);
            expectNode(row[0], i, demands + i);
            demand[i] = Lines.whole(row[1], demands + i + 1);
        }
        int depot = section(sections, "DEPOT_SECTION");
        if (row(lines, depot, 1)[0] != 1) {
            throw new IllegalArgumentException("line " + (depot + 1) + ": the depot must be node 1");
        }
        return instance(header.getOrDefault("NAME", "unnamed"), capacity, x, y, demand, objective);
    }

    private static Instance instance(
            String name, int capacity, double[] x, double[] y, int[] demand, Objective objective) {
        int size = x.length;
        List<Stop> stops = new ArrayList<>();
        long total = 0;
        for (int i = 1; i < size; i++) {
            stops.add(Stop.of(String.valueOf(i), i, demand[i]));
            total += demand[i];
        }
        int[] metres = new int[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                int rounded = (int) Math.floor(Instance.distance(x, y, i, j) + 0.5);
                metres[i * size + j] = rounded;
                metres[j * size + i] = rounded;
            }
        }
        // any greedy packing stays below twice the lower bound, so this many vehicles bind no one
        int vehicleCount = (int) Math.min(size, 2 * (total / Math.max(1, capacity) + 1) + 10);
        List<Vehicle> vehicles = new ArrayList<>();
        for (int v = 1; v <= vehicleCount; v++) {
            vehicles.add(Vehicle.of("v" + v, 0, capacity));
        }
        TravelMatrix matrix = new TravelMatrix(size, metres, metres);
        PlanningProblem problem =
                new PlanningProblem(vehicles, stops, List.of(), Map.of("default", matrix), objective, 0, null);
        return new Instance(name, problem, 1, 0, x, y, false);
    }

    private static double[] row(List<String> lines, int index, int count) {
        if (index >= lines.size()) {
            throw new IllegalArgumentException("line " + (index + 1) + ": missing, the file ends early");
        }
        return Lines.numbers(lines.get(index), index + 1, count);
    }

    private static void expectNode(double number, int index, int line) {
        if (number != index + 1) {
            throw new IllegalArgumentException(
                    "line " + (line + 1) + ": node " + number + " is out of order, expected " + (index + 1));
        }
    }

    private static int section(Map<String, Integer> sections, String name) {
        Integer at = sections.get(name);
        if (at == null) {
            throw new IllegalArgumentException(name + ": missing");
        }
        return at;
    }

    private static int wholeHeader(Map<String, String> header, String name, int max) {
        String text = header.getOrDefault(name, "missing");
        double value = text.matches("-?\\d{1,10}") ? Double.parseDouble(text) : -1;
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + ": " + text + " is outside 1 to " + max);
        }
        return (int) value;
    }
}
