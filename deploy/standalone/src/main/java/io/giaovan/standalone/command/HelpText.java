package io.giaovan.standalone.command;

/** What {@code giaovan help} prints. */
public final class HelpText {
    public static final String TEXT = """
            Giaovan takes e-commerce goods from seller to door and the money back.

            ./giaovan run [--port 8080] [--data DIR] [--osm FILE_OR_URL] [--seed N] [--speed X] [--no-demo] [--split]
                Starts everything in one JVM with a demonstration that goes on by itself, and prints the addresses of its
                pages and the keys to sign in with. Ctrl-C stops it; starting again on the same data goes on.
                --osm      roads of a real extract (.osm.pbf) instead of the made-up city
                --speed    how many times as fast as yours the demonstration's clock runs, 1 to 3600, usually 60
                --no-demo  an empty house on the real clock
                --split    the four services as separate JVMs, as in production, on --port and the three that follow
                MONGODB_URI in the environment uses an external MongoDB instead of the embedded store.

            ./giaovan day [--orders 200] [--couriers 10] [--seed 7] [--osm FILE_OR_URL] [--iterations N] [--json] [--split]
                Plays one day through the HTTP interfaces with a moved clock and prints a report. The same seed prints the
                same report. Exit status 1 when an invariant is broken. --split plays it through four JVMs.

            ./giaovan crash [--kills 20] [--orders 120] [--couriers 6] [--seed 7] [--osm FILE_OR_URL]
                Plays a day while the house is killed (kill -9) at random moments and started again, and checks after
                each restart and at the end that nothing acknowledged was lost and that the day ended lawfully.

            ./giaovan crash --gateway [--kills 20] [--seed 7]
                Kills the payment gateway alone while shops' buyers pay over every rail, capture, cancel, refund and are
                paid out: at drawn moments and at the worst ones, as between a provider's success and our record of it.
                Providers and the bank live on in another process. Exit status 1 when money or news of it was lost,
                doubled or stuck, or when the books do not agree.

            ./giaovan gateway [--port 8090] [--data DIR]
                Starts the payment gateway alone, with its sandboxes and an embedded store, prints its address, a test key
                and how to try it, and stays until Ctrl-C; starting again on the same data goes on.

            ./giaovan sdk-node --node-modules DIR [--node node]
                Starts a gateway on a throw-away store and plays a scenario with the npm package stripe from that folder,
                unchanged, webhooks included. Exit status 1 when something is not as it should be.

            ./giaovan solve FILE --seconds S --seed N [--objective distance|vehicles] --out FILE.sol
                Plans a benchmark file (VRPLIB, Solomon, Gehring-Homberger, Li & Lim) and prints one line.

            ./giaovan matrix --osm FILE --points N --profile motorbike|van|truck --seed N
                Measures a travel-time matrix phase by phase.

            ./giaovan bench plan --instances DIR [--seconds 1,10] [--seeds 1,2,3] [--peers all|none|ortools,jsprit,…]
                    [--only NAME,NAME] [--cores 0,1] [--from CSV,CSV] [--peers-only] [--python PATH] [--out DIR]
                Our solver beside others on benchmark files, each run in a fresh process on one core with the same time;
                prints the gaps, writes results.csv and gap-over-time.svg to --out (target/bench).
                --cores    processors to use, one run at a time on each (the last one)
                --from     results of earlier runs, which are not made again
                --python   a Python that has pyvrp and pyvroom, for those two peers
            ./giaovan bench plan --growth [--stops 100,…,10000] [--seconds 60] [--seed N]
                Time to the first plan and to within 5 % of the last, cost and memory by number of stops.
            ./giaovan bench plan --rules [--stops 500] [--seconds 10] [--seed N] [--each]
                Moves a second with capacity only, with windows and with every rule; --each with each rule alone.
            ./giaovan bench matrix [--osm FILE] [--points 100,500,1000] [--profile P] [--seed N] [--node DIR] [--work DIR]
                Travel-time matrices beside one query a pair by GraphHopper.
                --node     a node_modules folder with @valhallajs/valhallajs, to measure Valhalla too
            ./giaovan bench city [--osm FILE] [--stops 1000] [--vehicles 50] [--seed N] [--buyers 20] [--quotes 25] [--seconds 5]
                Plays one depot's busy hours on a house of its own and prints how quick each part is beside its goal.

            ./giaovan bench money [--seconds 10] [--clients 16]
                Opens payment intents over HTTP with every commit on the disk and prints how many a second, beside bare
                inserts into the same store in the same run.

            ./giaovan test
                Runs all tests and checks.
            """;

    private HelpText() {}
}
