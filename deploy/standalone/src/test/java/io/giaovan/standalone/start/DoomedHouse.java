package io.giaovan.standalone.start;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that starts a split house, names its services' processes and waits to be killed. */
final class DoomedHouse {
    private DoomedHouse() {}

    public static void main(String[] arguments) throws InterruptedException {
        SplitHouse house = SplitHouse.start(HousePlan.at(Path.of(arguments[0])).throwAway());
        house.processes().forEach(process -> System.out.println(process.pid()));
        System.out.println("up");
        new CountDownLatch(1).await();
    }
}
