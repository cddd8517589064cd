package io.giaovan.standalone.crash.gateway;

import io.giaovan.edge.operation.StarterWatch;
import io.giaovan.standalone.start.House;
import io.giaovan.standalone.start.HousePlan;
import io.giaovan.standalone.start.OneProcessHouse;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The main class of a gateway with its store in one process; the class path holds no other service. */
final class GatewayProcess {
    private GatewayProcess() {}

    /** @param arguments port, data folder, file of further settings */
    public static void main(String[] arguments) throws IOException {
        HousePlan plan = HousePlan.at(Path.of(arguments[1])).withPort(Integer.parseInt(arguments[0]));
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(arguments[2]))) {
            settings.load(reader);
        }
        for (String name : settings.stringPropertyNames()) {
            plan = plan.with(name, settings.getProperty(name));
        }
        StarterWatch.beginIfAsked();
        House house = OneProcessHouse.start(plan);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(house::close));
    }
}
