package io.giaovan.benchmarks.money;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.standalone.command.Options;
import io.giaovan.standalone.start.HousePlan;
import io.giaovan.standalone.start.OneProcessHouse;
import io.giaovan.standalone.start.ScratchFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The command {@code giaovan bench money}. */
public final class MoneyBench {
    private static final String KEY = "sk_test_bench0123456789abcdef";
    private static final int WARM_UP_SECONDS = 3;

    private MoneyBench() {}

    /** What is done again and again. */
    @FunctionalInterface
    private interface Work {
        void once() throws IOException, InterruptedException;
    }

    /**
     * A measured stretch.
     *
     * @param perSecond how often the work was done
     * @param medianMillis half took at most this long
     * @param slowMillis 99 of 100 took at most this long
     */
    private record Measured(long count, double perSecond, double medianMillis, double slowMillis) {
        String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-44s %9d %10.1f/s   median %7.2f ms   99%% %7.2f ms",
                    name,
                    count,
                    perSecond,
                    medianMillis,
                    slowMillis);
        }
    }

    /** Returns the exit status. */
    public static int run(List<String> arguments, PrintStream out) {
        Options options = Options.read(arguments, List.of("seconds", "clients"), List.of());
        int seconds = (int) options.number("seconds", 10, 1, 600);
        int clients = (int) options.number("clients", 16, 1, 256);
        String uri = System.getenv("MONGODB_URI");
        try (ScratchFolder scratch = ScratchFolder.make();
                OneProcessHouse house = OneProcessHouse.start(HousePlan.at(scratch.path())
                        .withMongo(uri)
                        .with("giaovan.store.database", "bench_" + UUID.randomUUID()))) {
            URI address = house.addresses().payments();
            HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            grant(http, address, house.keys().house());
            MongoCollection<Document> bare =
                    house.context().getBean(MongoDatabase.class).getCollection("bench_bare");
            Work insert = () -> bare.insertOne(document());
            Work intent = () -> open(http, address);
            out.printf(
                    Locale.ROOT,
                    "%d clients, %d s each after %d s of warming up, %s, %d processors%n",
                    clients,
                    seconds,
                    WARM_UP_SECONDS,
                    uri == null ? "embedded store with every commit on the disk" : "external MongoDB",
                    Runtime.getRuntime().availableProcessors());
            measure(intent, clients, WARM_UP_SECONDS);
            measure(insert, clients, WARM_UP_SECONDS);
            Measured before = measure(insert, clients, seconds);
            Measured intents = measure(intent, clients, seconds);
            Measured after = measure(insert, clients, seconds);
            out.println(before.line("bare inserts, before"));
            out.println(intents.line("payment intents opened and confirmed, HTTP"));
            out.println(after.line("bare inserts, after"));
            out.printf(
                    Locale.ROOT,
                    "One intent costs as much as %.1f bare inserts.%n",
                    (before.perSecond() + after.perSecond()) / 2 / intents.perSecond());
            return 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void grant(HttpClient http, URI address, String houseKey) throws IOException, InterruptedException {
        String body = "{\"merchantId\":\"" + new MerchantId("bench").value() + "\",\"key\":\"" + KEY + "\"}";
        checked(http.send(
                HttpRequest.newBuilder(address.resolve("/internal/gateway-keys"))
                        .header("Authorization", "Bearer " + houseKey)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    private static void open(HttpClient http, URI address) throws IOException, InterruptedException {
        checked(http.send(
                HttpRequest.newBuilder(address.resolve("/v1/payment_intents"))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(Duration.ofSeconds(30))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "amount=188000&currency=vnd&payment_method_types[0]=vietqr&confirm=true"
                                        + "&payment_method_data[type]=vietqr"))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    private static void checked(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
    }

    /** About as long as an intent. */
    private static Document document() {
        return new Document("_id", UUID.randomUUID().toString()).append("payload", "x".repeat(1_000));
    }

    private static Measured measure(Work work, int clients, int seconds) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(seconds).toNanos();
        List<List<Long>> times = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
        for (int client = 0; client < clients; client++) {
            List<Long> mine = new ArrayList<>();
            times.add(mine);
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    for (long now = System.nanoTime(); now < end; ) {
                        work.once();
                        long done = System.nanoTime();
                        mine.add(done - now);
                        now = done;
                    }
                } catch (IOException | RuntimeException trouble) {
                    broken.set(trouble);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Throwable trouble = broken.get();
        if (trouble != null) {
            throw new IllegalStateException("the measurement broke", trouble);
        }
        double took = (System.nanoTime() - begin) / 1e9;
        long[] sorted = times.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return new Measured(sorted.length, sorted.length / took, at(sorted, 0.5), at(sorted, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
}
