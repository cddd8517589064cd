package io.giaovan.integrations.channel.chogo;

import io.giaovan.integrations.channel.ChannelShop;
import io.giaovan.integrations.channel.ChannelShops;
import io.giaovan.integrations.sync.Flows;
import io.giaovan.integrations.sync.inbox.Inbox;
import io.giaovan.integrations.sync.partner.PartnerJson;
import io.giaovan.integrations.sync.partner.PartnerTrouble;
import io.giaovan.integrations.sync.poll.Cursors;
import io.giaovan.integrations.sync.poll.Poller;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Asks for changed orders, for the changes whose pushes were lost. The window's end is fixed before the first page and
 * windows overlap, so an order that changes while pages are read is met again; what was met before is known to the
 * inbox.
 */
@Singleton
final class ChogoPoll implements Poller {
    /** The longest window the marketplace allows. */
    private static final Duration WINDOW_MAX = Duration.ofDays(15);

    private static final int PAGES_MAX = 1_000;

    private final ChannelShops shops;
    private final Cursors cursors;
    private final ChogoClient client;
    private final Inbox inbox;
    private final ChogoSettings settings;
    private final BeanProvider<Flows> flows;
    private final Clock wall;

    /** A shop and the window to ask for. */
    record Window(ChannelShop shop, String source, Instant from, Instant to) {}

    ChogoPoll(
            ChannelShops shops,
            Cursors cursors,
            ChogoClient client,
            Inbox inbox,
            ChogoSettings settings,
            BeanProvider<Flows> flows,
            @Named("wall") Clock wall) {
        this.shops = shops;
        this.cursors = cursors;
        this.client = client;
        this.inbox = inbox;
        this.settings = settings;
        this.flows = flows;
        this.wall = wall;
    }

    @Override
    public Duration every() {
        return settings.pollEvery();
    }

    @Override
    public List<String> listSources() {
        return shops.list(ChogoMarketplace.CHANNEL).stream()
                .map(ChogoPoll::source)
                .toList();
    }

    @Override
    public void poll(String source, Instant now) {
        for (ChannelShop shop : shops.list(ChogoMarketplace.CHANNEL)) {
            if (source(shop).equals(source)) {
                flows.get().send("chogo-poll", window(shop, source, now));
            }
        }
    }

    /** Every order number that changed within the window. */
    Listed list(Window window) {
        Set<String> numbers = new LinkedHashSet<>();
        String cursor = "";
        for (int page = 0; page < PAGES_MAX; page++) {
            ChogoWire.OrderPage answer = client.listOrders(window.shop(), window.from(), window.to(), cursor);
            Objects.requireNonNullElse(answer.orderList(), List.<ChogoWire.ListedOrder>of())
                    .forEach(order -> numbers.add(order.orderSn()));
            cursor = Objects.requireNonNullElse(answer.nextCursor(), "");
            if (!answer.more() || cursor.isEmpty()) {
                return new Listed(window, List.copyOf(numbers));
            }
        }
        throw PartnerTrouble.later("chogo shows more than " + PAGES_MAX + " pages of changed orders");
    }

    /** The numbers found in a window. */
    record Listed(Window window, List<String> orderNumbers) {}

    /** Keeps each change as if its push had come, then moves the cursor. */
    void keep(Listed listed) {
        Window window = listed.window();
        List<String> rest = new ArrayList<>(listed.orderNumbers());
        while (!rest.isEmpty()) {
            List<String> some = rest.subList(0, Math.min(ChogoClient.DETAILS_MAX, rest.size()));
            client.listDetails(window.shop(), List.copyOf(some)).forEach(order -> keep(window.shop(), order));
            some.clear();
        }
        cursors.advance(window.source(), window.to());
    }

    private void keep(ChannelShop shop, ChogoWire.Order order) {
        if (ChogoStatusTable.importStep(order.orderStatus()) == ImportStep.NOTHING) {
            return;
        }
        ChogoWire.Push push = new ChogoWire.Push(
                shop.shopId(),
                ChogoWire.Push.ORDER_STATUS,
                wall.instant().getEpochSecond(),
                new ChogoWire.PushData(order.orderSn(), order.orderStatus(), order.updateTime()));
        inbox.store(ChogoPushes.message(shop.shopId(), push, PartnerJson.SNAKE_CASE.write(push)));
    }

    private Window window(ChannelShop shop, String source, Instant now) {
        Instant from = cursors.find(source)
                .map(readUpTo -> readUpTo.minus(settings.pollOverlap()))
                .orElseGet(() -> now.minus(settings.lookBack()));
        Instant longest = from.plus(WINDOW_MAX);
        return new Window(shop, source, from, longest.isBefore(now) ? longest : now);
    }

    private static String source(ChannelShop shop) {
        return ChogoMarketplace.CHANNEL + "|" + shop.shopId();
    }
}
