package io.giaovan.routingengine.travel;

import io.giaovan.routingengine.network.RoadSource;
import io.giaovan.routingengine.network.VehicleProfile;
import java.nio.file.Path;

/**
 * What the matrix command was asked for.
 *
 * @param source road data
 * @param work where imports are kept
 * @param points how many points to draw
 * @param profile for which vehicle kind
 * @param seed of the draw, and of the made-up city
 * @param check pairs to compare with one route each
 * @param repeat how often to search; the times of the last are printed
 */
record MatrixArguments(
        RoadSource source, Path work, int points, VehicleProfile profile, long seed, int check, int repeat) {
    static final String USAGE = """
            matrix [--osm FILE_OR_URL] [--points N] [--profile motorbike|van|truck] [--seed N] [--check PAIRS]
                   [--repeat N] [--work DIR]
              Measures a travel-time matrix between N random points (default 500) and prints the time per phase.
              Without --osm the made-up city of the seed is used.""";

    static MatrixArguments of(String[] args) {
        String osm = "";
        Path work = Path.of(System.getProperty("java.io.tmpdir"), "giaovan-roads");
        int points = 500;
        VehicleProfile profile = VehicleProfile.MOTORBIKE;
        long seed = 1;
        int check = 0;
        int repeat = 1;
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + ": a value is missing");
            }
            String value = args[i + 1];
            switch (args[i]) {
                case "--osm" -> osm = value;
                case "--work" -> work = Path.of(value);
                case "--points" -> points = number(args[i], value, 1, 10_000);
                case "--profile" -> profile = VehicleProfile.of(value);
                case "--seed" -> seed = number(args[i], value, 0, Integer.MAX_VALUE);
                case "--check" -> check = number(args[i], value, 0, 1_000_000);
                case "--repeat" -> repeat = number(args[i], value, 1, 1000);
                default -> throw new IllegalArgumentException(args[i] + ": is not an option of this command");
            }
        }
        return new MatrixArguments(RoadSource.of(osm, seed), work, points, profile, seed, check, repeat);
    }

    private static int number(String option, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + ": '" + value + "' is not a whole number", e);
        }
        throw new IllegalArgumentException(option + ": " + value + " is outside " + min + " to " + max);
    }
}
