package io.giaovan.standalone.crash.gateway;

import io.giaovan.standalone.cast.Draws;
import io.giaovan.standalone.cast.HouseApi;
import io.giaovan.standalone.cast.HouseApi.Service;
import io.giaovan.standalone.crash.gateway.KillPoint.Moment;
import io.giaovan.standalone.start.House;
import io.giaovan.standalone.start.HousePlan;
import io.giaovan.standalone.start.KeyFile;
import io.giaovan.standalone.start.SplitHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Buyers pay, shops capture, cancel, refund and are paid out, while their gateway is killed and started again. Providers
 * and the bank are in another process and keep what they booked. Then everybody's books are held against each other.
 */
final class GatewayCrash implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int SHOPS = 8;

    private final long seed;
    private final Ambush ambush = new Ambush();
    private final Gate toProviders = Gate.open(ambush, Moment.PROVIDER_CALLED, Moment.PROVIDER_ANSWERED);
    private final Gate toGateway = Gate.open(ambush, Moment.NEWS_COMES, Moment.NEWS_ANSWERED);
    private final SplitHouse providers;
    private final KillableGateway gateway;
    private final KeyFile keys;

    /**
     * What came of it.
     *
     * @param kills in their order
     * @param finding of the audit
     */
    record Outcome(List<GatewayKiller.Kill> kills, MoneyAudit.Finding finding) {
        Outcome {
            kills = List.copyOf(kills);
        }

        boolean sound() {
            return finding.broken().isEmpty();
        }
    }

    /** Starts the providers and the gateway on empty stores in a folder. */
    GatewayCrash(Path folder, long seed) {
        this.seed = seed;
        Map<String, String> settings = Rails.settings(toProviders, toGateway);
        Path ours = folder.resolve("gateway");
        Path theirs = folder.resolve("providers");
        this.keys = sharedKeys(ours, theirs);
        HousePlan plan = HousePlan.at(theirs).throwAway();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            plan = plan.with(setting.getKey(), setting.getValue());
        }
        this.providers = SplitHouse.startGateway(plan);
        this.gateway = new KillableGateway(ours, settings);
        toProviders.leadTo(providers.addresses().payments());
        toGateway.leadTo(gateway.address());
        gateway.start();
    }

    /** Both sign with secrets that they derive from the house's key. */
    private static KeyFile sharedKeys(Path ours, Path theirs) {
        try {
            Files.createDirectories(ours);
            Files.createDirectories(theirs);
            KeyFile keys = KeyFile.open(ours, new SecureRandom());
            keys.house();
            Files.copy(ours.resolve(KeyFile.NAME), theirs.resolve(KeyFile.NAME));
            return keys;
        } catch (IOException broken) {
            throw new UncheckedIOException("the folders for a gateway and its providers cannot be made", broken);
        }
    }

    /** Plays it once; the gateway runs afterwards. */
    Outcome play(int kills, Consumer<GatewayKiller.Kill> tell) throws InterruptedException {
        HouseApi ourHouse = new HouseApi(House.Addresses.all(gateway.address()), keys.house(), PATIENCE);
        HouseApi theirHouse = new HouseApi(providers.addresses(), keys.house(), PATIENCE);
        LocalDate firstDay = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        Receipts receipts = new Receipts();
        List<Shop> shops = openShops(ourHouse);
        Draws draws = new Draws(seed);
        List<Buyers> all = new ArrayList<>();
        for (Shop shop : shops) {
            all.add(new Buyers(shop, ourHouse, theirHouse, receipts, draws.of("buyers of " + shop.merchantId())));
        }
        List<GatewayKiller.Kill> dealt;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            all.forEach(buyers -> running.add(threads.submit(buyers)));
            try {
                dealt = new GatewayKiller(gateway, ambush, draws.of("kills"), tell).kill(kills);
                all.forEach(Buyers::stop);
                for (Future<?> buyers : running) {
                    await(buyers);
                }
            } finally {
                all.forEach(Buyers::stop);
                threads.shutdownNow();
            }
        }
        theirHouse.awaitQuiet(PATIENCE);
        ourHouse.awaitQuiet(PATIENCE);
        return new Outcome(dealt, new MoneyAudit(receipts, shops, ourHouse, theirHouse, firstDay).look());
    }

    private static void await(Future<?> buyers) throws InterruptedException {
        try {
            buyers.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a shop broke off: " + broken.getCause(), broken);
        } catch (TimeoutException stuck) {
            throw new IllegalStateException("a shop's buyers do not come to an end", stuck);
        }
    }

    /** Every second shop is paid out to a phone, the others to the bank. */
    private List<Shop> openShops(HouseApi house) {
        List<Shop> shops = new ArrayList<>();
        for (int number = 0; number < SHOPS; number++) {
            String merchant = "crash-shop-" + number;
            String key = keys.get("crash-shop-" + number, "sk_test_");
            house.house(Service.PAYMENTS, "/internal/gateway-keys", Map.of("merchantId", merchant, "key", key));
            Shop shop = new Shop(gateway.address(), merchant, key, ambush);
            if (number % 2 == 1) {
                house.housePut(
                        Service.PAYMENTS,
                        "/internal/payout-destinations/" + merchant,
                        Map.of("phone", "091234567" + number));
            }
            shops.add(shop);
        }
        return shops;
    }

    /** What the gateway said last. */
    String lastWords() {
        return gateway.lastWords();
    }

    @Override
    public void close() {
        gateway.close();
        providers.close();
        toProviders.close();
        toGateway.close();
    }
}
