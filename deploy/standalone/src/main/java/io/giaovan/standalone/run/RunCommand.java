package io.giaovan.standalone.run;

import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.command.Options;
import io.giaovan.standalone.start.House;
import io.giaovan.standalone.start.HousePlan;
import io.giaovan.standalone.start.OneProcessHouse;
import io.giaovan.standalone.start.SplitHouse;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The command {@code giaovan run}: starts the house, seeds the demonstration and stays until Ctrl-C. */
public final class RunCommand {
    private static final int PORT = 8080;
    private static final int PORT_MAX = 65_535;
    private static final double SPEED = 60;
    private static final double SPEED_MAX = 3_600;
    private static final LocalTime FIRST_START = LocalTime.of(6, 0);

    private RunCommand() {}

    /** Returns when the process is asked to stop. */
    public static int run(List<String> arguments, PrintStream out) {
        Options options =
                Options.read(arguments, List.of("port", "data", "osm", "seed", "speed"), List.of("split", "no-demo"));
        long seed = options.number("seed", 7, 0, Long.MAX_VALUE);
        double speed = options.decimal("speed", SPEED, 1, SPEED_MAX);
        Path data = Path.of(options.find("data")
                .orElse(Path.of(System.getProperty("giaovan.root", "."), "data").toString()));
        boolean demonstrates = !options.has("no-demo");
        ClockFile clockFile = new ClockFile(data, Duration.ofMillis((long) (speed * 2_000)));
        HousePlan plan = HousePlan.at(data)
                .withPort((int) options.number("port", PORT, 1, PORT_MAX))
                .withRoads(options.find("osm").orElse("city"), seed)
                .withMongo(System.getenv("MONGODB_URI"))
                .with("giaovan.outgoing.allow-private-targets", demonstrates)
                .withClock(demonstrates ? clock(clockFile, speed) : null);
        long begin = System.nanoTime();
        CountDownLatch stopped = new CountDownLatch(1);
        House house = options.has("split") ? SplitHouse.start(plan) : OneProcessHouse.start(plan);
        @Nullable Demonstration demonstration = null;
        try {
            demonstration = demonstrates ? new Demonstration(house, seed, clockFile) : null;
        } finally {
            if (demonstrates && demonstration == null) {
                house.close();
            }
        }
        @Nullable Demonstration onStage = demonstration;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            if (onStage != null) {
                onStage.close();
            }
            house.close();
            out.println("Stopped; everything is kept in " + data + ".");
            stopped.countDown();
        }));
        out.print(welcome(house, onStage == null ? null : onStage.cast(), speed, (System.nanoTime() - begin) / 1e9));
        out.flush();
        if (onStage != null) {
            onStage.start();
        }
        try {
            stopped.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static HousePlan.SimulatedTime clock(ClockFile file, double speed) {
        Optional<Instant> stood = file.read();
        Instant start =
                stood.orElseGet(() -> ServiceDay.of(java.time.Clock.systemUTC().instant(), Demonstration.ZONE)
                        .at(FIRST_START));
        return new HousePlan.SimulatedTime(start, speed);
    }

    private static String welcome(House house, @Nullable Cast cast, double speed, double seconds) {
        House.Addresses at = house.addresses();
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "Giaovan is up after %.1f s.%n%n", seconds));
        row(text, "Seller portal", at.orders() + "/portal");
        row(text, "Dispatcher board", at.engine() + "/board");
        row(text, "Courier's next stop", at.engine() + "/courier");
        row(text, "Buyer's tracking", "the link in each order's text message, " + at.orders() + "/track/…");
        row(text, "Checkout API", at.orders() + "/checkout/v1");
        row(text, "Planning, VROOM-compatible", at.engine() + "/vroom");
        row(text, "Payments, Stripe-shaped", at.payments() + "/v1");
        if (!at.orders().equals(at.engine())) {
            text.append("\nEach service is a process of its own\n");
            row(text, "order service", at.orders().toString());
            row(text, "routing engine", at.engine().toString());
            row(text, "payment gateway", at.payments().toString());
            row(text, "integrations", at.partners().toString());
        }
        if (cast != null) {
            text.append("\nSign in with\n");
            Cast.Seller seller = cast.sellers().getFirst();
            Cast.Depot depot = cast.depots().getFirst();
            Cast.Courier courier = cast.couriers().getFirst();
            row(text, "seller " + seller.id(), seller.sellerKey());
            row(text, "shop " + seller.id(), seller.shopKey());
            row(text, "dispatcher of " + depot.id(), depot.dispatcherKey());
            row(text, "courier " + courier.id(), courier.phone() + ", PIN " + courier.pin());
            text.append(String.format(
                    Locale.ROOT,
                    "%nThe demonstration plays %d orders a day with %d couriers; its clock runs %.0f times as fast as"
                            + " yours.%n",
                    Demonstration.ORDERS,
                    Demonstration.COURIERS,
                    speed));
        }
        text.append("All keys are in keys.properties in the data folder. Ctrl-C stops; starting again goes on.\n");
        return text.toString();
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append(String.format("  %-28s %s%n", name, value));
    }
}
