package io.giaovan.standalone.crash;

import io.giaovan.edge.operation.StarterWatch;
import io.giaovan.standalone.start.House;
import io.giaovan.standalone.start.HousePlan;
import io.giaovan.standalone.start.OneProcessHouse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The main class of a house in a process of its own. */
final class HouseProcess {
    private HouseProcess() {}

    /**
     * What the process is told on its command line; secrets are in the data folder.
     *
     * @param port where it listens
     * @param data folder of the store, the roads and the keys
     * @param roads {@code city} or an extract
     * @param citySeed of the made-up city
     * @param clock where its simulated clock begins
     */
    record Orders(int port, Path data, String roads, long citySeed, Instant clock) {
        List<String> arguments() {
            return List.of(Integer.toString(port), data.toString(), roads, Long.toString(citySeed), clock.toString());
        }

        static Orders of(String[] arguments) {
            if (arguments.length != 5) {
                throw new IllegalArgumentException(
                        "arguments: " + arguments.length + " were given, wanted are port, data, roads, seed and clock");
            }
            return new Orders(
                    Integer.parseInt(arguments[0]),
                    Path.of(arguments[1]),
                    arguments[2],
                    Long.parseLong(arguments[3]),
                    Instant.parse(arguments[4]));
        }

        HousePlan plan() {
            return HousePlan.at(data)
                    .withPort(port)
                    .withRoads(roads, citySeed)
                    .withClock(new HousePlan.SimulatedTime(clock, 0));
        }
    }

    public static void main(String[] arguments) {
        Orders orders = Orders.of(arguments);
        StarterWatch.beginIfAsked();
        House house = OneProcessHouse.start(orders.plan());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(house::close));
    }
}
