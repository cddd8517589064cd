package io.giaovan.standalone.start;

import io.giaovan.standalone.store.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The four services in processes of their own, as in production, on one store that this process keeps or an external one.
 * They find each other over HTTP, share the house's key and end with this process, however it ends.
 */
public final class SplitHouse implements House {
    /** Four processes start at once, on a machine that may be busy with other things. */
    private static final Duration START_MAX = Duration.ofMinutes(3);

    /** The first reading of a real extract, which may have to be downloaded. */
    private static final Duration ROADS_MAX = Duration.ofMinutes(15);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** Those that call others stop first, so that their last calls are answered. */
    private static final List<Set<SplitService>> STOPPING = List.of(
            EnumSet.of(SplitService.ORDER_SERVICE, SplitService.INTEGRATIONS),
            EnumSet.of(SplitService.ROUTING_ENGINE, SplitService.PAYMENT_GATEWAY));

    private final @Nullable EmbeddedStore store;
    private final KeyFile keys;
    private final Map<SplitService, URI> addresses;
    private final List<ServiceProcess> processes = new ArrayList<>();

    private SplitHouse(@Nullable EmbeddedStore store, KeyFile keys, Map<SplitService, URI> addresses) {
        this.store = store;
        this.keys = keys;
        this.addresses = addresses;
    }

    /**
     * Starts a house and returns when all its services answer. With a port in the plan the services listen on that and
     * the three that follow, else on free ones.
     *
     * @throws HouseNotStarted when a service ends or does not answer in time; nothing is left running then
     */
    public static SplitHouse start(HousePlan plan) {
        return start(plan, EnumSet.allOf(SplitService.class));
    }

    /**
     * Starts the payment gateway alone, with its sandboxes, like a house of which only that answers.
     *
     * @throws HouseNotStarted when it ends or does not answer in time; nothing is left running then
     */
    public static SplitHouse startGateway(HousePlan plan) {
        return start(plan, EnumSet.of(SplitService.PAYMENT_GATEWAY));
    }

    private static SplitHouse start(HousePlan plan, Set<SplitService> services) {
        Instant begin = Clock.systemUTC().instant();
        KeyFile keys = OneProcessHouse.keysOf(plan);
        Map<SplitService, URI> addresses = addressesOf(plan, services);
        EmbeddedStore store = OneProcessHouse.storeOf(plan);
        SplitHouse house = new SplitHouse(store, keys, addresses);
        boolean ready = false;
        try {
            String storeUri = store == null ? String.valueOf(plan.mongoUri()) : store.uri();
            for (SplitService service : services) {
                Path settings = house.writeSettings(service, plan, storeUri, begin);
                house.processes.add(
                        ServiceProcess.start(service, house.address(service), settings, logFile(plan, service)));
            }
            house.awaitAnswers(plan.roads().equals("city") ? START_MAX : ROADS_MAX);
            ready = true;
            return house;
        } finally {
            if (!ready) {
                house.close();
            }
        }
    }

    private static Map<SplitService, URI> addressesOf(HousePlan plan, Set<SplitService> services) {
        int count = services.size();
        List<Integer> ports = plan.port() == 0
                ? FreePorts.find(count, new SecureRandom())
                : IntStream.range(plan.port(), plan.port() + count).boxed().toList();
        Map<SplitService, URI> addresses = new EnumMap<>(SplitService.class);
        for (SplitService service : services) {
            addresses.put(service, URI.create("http://127.0.0.1:" + ports.get(addresses.size())));
        }
        return addresses;
    }

    private static Path logFile(HousePlan plan, SplitService service) {
        return plan.data().resolve("logs").resolve(service.label() + ".log");
    }

    private Path writeSettings(SplitService service, HousePlan plan, String storeUri, Instant begin) {
        Properties settings = new Properties();
        plan.settings(storeUri, false, keys).forEach((name, value) -> settings.setProperty(name, value.toString()));
        settings.setProperty(
                "micronaut.server.port", String.valueOf(address(service).getPort()));
        if (plan.clock() != null) {
            settings.setProperty("giaovan.clock.wall-start", begin.toString());
        }
        for (SplitService other : addresses.keySet()) {
            if (other != service) {
                settings.setProperty(other.remoteSetting(), address(other).toString());
            }
        }
        Path folder = plan.data().resolve("settings");
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException("the folder " + folder + " cannot be made", broken);
        }
        Path file = folder.resolve(service.label() + ".properties");
        OwnerFile.write(file, settings, "Settings of the present run, written anew at every start.");
        return file;
    }

    private void awaitAnswers(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        List<ServiceProcess> silent = new ArrayList<>(processes);
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build()) {
            while (true) {
                for (ServiceProcess process : List.copyOf(silent)) {
                    if (process.answers(http, keys.house())) {
                        silent.remove(process);
                    }
                }
                if (silent.isEmpty()) {
                    return;
                }
                if (System.nanoTime() > deadline) {
                    throw silent.getFirst().doesNotAnswer(limit);
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new HouseNotStarted("interrupted while the services start", stop);
        }
    }

    private URI address(SplitService service) {
        URI address = addresses.get(service);
        if (address == null) {
            throw new IllegalStateException(service.label() + " has no address");
        }
        return address;
    }

    /** The processes of the services, for whoever watches over them. */
    public List<ProcessHandle> processes() {
        return processes.stream().map(ServiceProcess::handle).toList();
    }

    @Override
    public Addresses addresses() {
        if (addresses.size() == 1) {
            return Addresses.all(addresses.values().iterator().next());
        }
        return new Addresses(
                address(SplitService.ORDER_SERVICE),
                address(SplitService.ROUTING_ENGINE),
                address(SplitService.PAYMENT_GATEWAY),
                address(SplitService.INTEGRATIONS));
    }

    @Override
    public KeyFile keys() {
        return keys;
    }

    @Override
    public void close() {
        for (Set<SplitService> together : STOPPING) {
            List<ServiceProcess> stopping = processes.stream()
                    .filter(process -> together.contains(process.service()))
                    .toList();
            stopping.forEach(ServiceProcess::askToStop);
            stopping.forEach(ServiceProcess::awaitStop);
        }
        if (store != null) {
            store.close();
        }
    }
}
