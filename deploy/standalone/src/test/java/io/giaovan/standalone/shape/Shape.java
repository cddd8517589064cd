package io.giaovan.standalone.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.delivery.LastMile;
import io.giaovan.contracts.order.OrderIntake;
import io.giaovan.contracts.parcel.Marketplaces;
import io.giaovan.contracts.parcel.ParcelCarriers;
import io.giaovan.contracts.payment.PaymentDesk;
import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.remote.HouseClient;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.CastSetUp;
import io.giaovan.standalone.cast.HouseApi;
import io.giaovan.standalone.cast.HouseApi.Service;
import io.giaovan.standalone.start.House;
import io.giaovan.standalone.start.HousePlan;
import io.giaovan.standalone.start.OneProcessHouse;
import io.giaovan.standalone.start.ScratchFolder;
import io.giaovan.standalone.start.SplitHouse;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * A running house with its cast, and the interfaces of contracts as a neighbour gets them in that shape.
 *
 * @param house the house
 * @param scratch where it lives
 * @param api the way in for people
 * @param cast who takes part
 */
record Shape(
        House house,
        ScratchFolder scratch,
        HouseApi api,
        Cast cast,
        LastMile lastMile,
        PaymentDesk paymentDesk,
        OrderIntake orderIntake,
        Marketplaces marketplaces,
        ParcelCarriers parcelCarriers)
        implements AutoCloseable {
    /** Ten in the morning in Vietnam; the clock stands still. */
    static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");

    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final int COURIERS = 4;
    private static final int DOORS = 6;
    private static final long SEED = 7;

    /** Beans injected directly. */
    static Shape oneProcess() {
        ScratchFolder scratch = ScratchFolder.make();
        OneProcessHouse house = OneProcessHouse.start(plan(scratch));
        var beans = house.context();
        HouseApi api = api(house);
        return new Shape(
                house,
                scratch,
                api,
                enter(house, api),
                beans.getBean(LastMile.class),
                beans.getBean(PaymentDesk.class),
                beans.getBean(OrderIntake.class),
                beans.getBean(Marketplaces.class),
                beans.getBean(ParcelCarriers.class));
    }

    /** Over HTTP, through the clients that the calling rooms have for it. */
    static Shape fourProcesses() {
        ScratchFolder scratch = ScratchFolder.make();
        SplitHouse house = SplitHouse.start(plan(scratch));
        House.Addresses at = house.addresses();
        HouseClient client = new HouseClient(new HouseSettings(house.keys().house()));
        HouseApi api = api(house);
        return new Shape(
                house,
                scratch,
                api,
                enter(house, api),
                remote(LastMile.class, "orderservice.checkout.RemoteLastMile", client, at.engine()),
                remote(PaymentDesk.class, "orderservice.checkout.RemotePaymentDesk", client, at.payments()),
                remote(OrderIntake.class, "integrations.channel.RemoteOrderIntake", client, at.orders()),
                remote(Marketplaces.class, "orderservice.intake.RemoteMarketplaces", client, at.partners()),
                remote(ParcelCarriers.class, "orderservice.shipment.RemoteParcelCarriers", client, at.partners()));
    }

    /**
     * Waits until what was asked of orders and partners is done. Mail is left out: the deliveries of these contracts
     * belong to no order, so the order service goes on trying to hear of them.
     */
    void awaitWorkDone() {
        long deadline = System.nanoTime() + QUIET.toNanos();
        int quiet = 0;
        while (quiet < 2) {
            assertThat(System.nanoTime() - deadline)
                    .as("still at work after %s: %s", QUIET, api.leftToDo())
                    .isNegative();
            quiet = workLeft(Service.ORDERS) + workLeft(Service.PARTNERS) == 0 ? quiet + 1 : 0;
        }
    }

    private long workLeft(Service service) {
        JsonNode byWorker =
                api.mustGet(service, "/internal/backlog", api.houseKey()).path("byWorker");
        return byWorker.properties().stream()
                .filter(worker -> !worker.getKey().equals("mailboxes"))
                .mapToLong(worker -> worker.getValue().asLong())
                .sum();
    }

    @Override
    public void close() {
        house.close();
        scratch.close();
    }

    private static HousePlan plan(ScratchFolder scratch) {
        return HousePlan.at(scratch.path())
                .withClock(new HousePlan.SimulatedTime(NOW, 0))
                .throwAway();
    }

    private static HouseApi api(House house) {
        return new HouseApi(house.addresses(), house.keys().house(), Duration.ofSeconds(10));
    }

    private static Cast enter(House house, HouseApi api) {
        return new CastSetUp(api, house.keys(), SEED).enter(COURIERS, DOORS);
    }

    /** The clients are hidden in the rooms that call with them, so they are made by their names. */
    private static <T> T remote(Class<T> type, String name, HouseClient client, URI callee) {
        try {
            Constructor<?> constructor =
                    Class.forName("io.giaovan." + name).getDeclaredConstructor(HouseClient.class, URI.class);
            constructor.setAccessible(true);
            return type.cast(constructor.newInstance(client, callee));
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException("there is no client " + name + " any more", renamed);
        }
    }
}
