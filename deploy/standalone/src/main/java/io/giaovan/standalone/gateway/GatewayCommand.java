package io.giaovan.standalone.gateway;

import io.giaovan.standalone.command.Options;
import io.giaovan.standalone.start.HousePlan;
import io.giaovan.standalone.start.SplitHouse;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The command {@code giaovan gateway}: starts the gateway alone, prints how to try it and stays until Ctrl-C. */
public final class GatewayCommand {
    private static final int PORT = 8090;
    private static final int PORT_MAX = 65_535;

    private GatewayCommand() {}

    /** Returns when the process is asked to stop. */
    public static int run(List<String> arguments, PrintStream out) {
        Options options = Options.read(arguments, List.of("port", "data"), List.of());
        Path data = Path.of(options.find("data")
                .orElse(Path.of(System.getProperty("giaovan.root", "."), "data", "gateway")
                        .toString()));
        HousePlan plan = HousePlan.at(data)
                .withPort((int) options.number("port", PORT, 1, PORT_MAX))
                .withMongo(System.getenv("MONGODB_URI"))
                .with("giaovan.outgoing.allow-private-targets", true);
        SplitHouse house = SplitHouse.startGateway(plan);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            house.close();
            out.println("Stopped; everything is kept in " + data + ".");
            stopped.countDown();
        }));
        out.print(welcome(house.addresses().payments(), TestKeys.grant(house)));
        out.flush();
        try {
            stopped.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    static String welcome(URI address, TestKeys keys) {
        return """
                The payment gateway is up.

                  Base address     %1$s
                  Secret key       %2$s
                  Publishable key  %3$s

                Use them with an official client library of Stripe, unchanged:
                  Java  StripeClient.builder().setApiKey(KEY).setApiBase("%1$s").build()
                  Node  new Stripe(KEY, {host: '%4$s', port: %5$d, protocol: 'http'})

                Or by hand. A phone account that pays at once:
                  curl -s %1$s/v1/payment_intents -u %2$s: -d amount=188000 -d currency=vnd \\
                    -d 'payment_method_types[]=carrier_billing' -d payment_method=pm_carrier_billing -d confirm=true
                A code to scan, and the sandbox's buyer who scans it (DATA is next_action.vietqr_display_qr_code.data):
                  curl -s %1$s/v1/payment_intents -u %2$s: -d amount=188000 -d currency=vnd \\
                    -d 'payment_method_types[]=vietqr' -d confirm=true
                  curl -s %1$s/sandbox/bank/transfers -H 'Content-Type: application/json' -d '{"qrData": "DATA"}'
                What happened:
                  curl -s %1$s/v1/events -u %2$s:

                Ways to pay that fail on purpose, and all calls: docs/api/payments.md. Ctrl-C stops.
                """.formatted(address, keys.secret(), keys.publishable(), address.getHost(), address.getPort());
    }
}
