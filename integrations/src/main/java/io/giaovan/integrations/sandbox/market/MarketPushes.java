package io.giaovan.integrations.sandbox.market;

import io.giaovan.edge.access.Secrets;
import io.giaovan.integrations.sandbox.FaultBoard;
import io.giaovan.integrations.sandbox.Faults;
import io.giaovan.integrations.sync.inbox.BoxHandler;
import io.giaovan.integrations.sync.inbox.Inbox;
import io.giaovan.integrations.sync.inbox.Message;
import io.giaovan.integrations.sync.inbox.NewMessage;
import io.giaovan.integrations.sync.partner.PartnerClient;
import io.giaovan.integrations.sync.partner.PartnerJson;
import io.giaovan.integrations.sync.partner.PartnerTrouble;
import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Pushes every change of status to the seller's webhook, again and again until it is answered with 2xx, a shop's changes
 * in order unless a fault says otherwise. Each try carries the present time and a fresh signature.
 */
@Singleton
final class MarketPushes implements BoxHandler, UnfinishedWork, ApplicationEventListener<ServerStartupEvent> {
    static final String PARTNER = "chogo";
    private static final String BOX = "sandbox-market-pushes";
    private static final int LOST_REPLIES_MAX = 4;

    private final MarketLedger ledger;
    private final Inbox inbox;
    private final FaultBoard faults;
    private final PartnerClient http;
    private final Clock wall;

    /** A push to send. */
    record Push(String shopId, String orderSn, String status, long updateTime, int copy) {}

    record Body(String shopId, int code, long timestamp, Data data) {}

    record Data(String ordersn, String status, long updateTime) {}

    MarketPushes(MarketLedger ledger, Inbox inbox, FaultBoard faults, PartnerClient http, @Named("wall") Clock wall) {
        this.ledger = ledger;
        this.inbox = inbox;
        this.faults = faults;
        this.http = http;
        this.wall = wall;
    }

    /** Hands over what a crash left between a change and its push. */
    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        ledger.listUnpushed().forEach(this::enqueue);
    }

    void enqueue(MarketOrder order) {
        Faults now = faults.of(PARTNER);
        for (int copy = 0; copy <= now.copies(); copy++) {
            Push push = new Push(order.shopId(), order.orderSn(), order.shownStatus(), order.updateSeconds(), copy);
            String key = push.orderSn() + "|" + push.updateTime() + "|" + copy;
            boolean outOfPlace = copy > 0 || now.strikes(now.reorderPercent(), "reorder|" + key);
            inbox.store(new NewMessage(
                    BOX,
                    outOfPlace ? order.shopId() + "|" + key : order.shopId(),
                    key,
                    PartnerJson.SNAKE_CASE.write(push),
                    Duration.ofMillis(now.delayMillis(key))));
        }
        ledger.markPushed(order);
    }

    @Override
    public String box() {
        return BOX;
    }

    @Override
    public boolean parks() {
        return false;
    }

    @Override
    public void handle(Message message) {
        Push push = PartnerJson.SNAKE_CASE.read("push", message.body(), Push.class);
        Faults now = faults.of(PARTNER);
        String key = push.orderSn() + "|" + push.updateTime() + "|" + push.copy();
        MarketShop shop = ledger.findShop(push.shopId()).orElse(null);
        if (shop == null || now.strikes(now.dropPushesPercent(), "drop|" + key)) {
            return;
        }
        if (message.attempts() == 1 && now.strikes(now.badSignaturePercent(), "bad|" + key)) {
            send(shop, push, "0".repeat(64));
        }
        PartnerClient.Answer answer = send(shop, push, null);
        if (!answer.isSuccess()) {
            throw PartnerTrouble.later("the seller answered with status " + answer.status());
        }
        if (message.attempts() <= LOST_REPLIES_MAX
                && now.strikes(now.dropRepliesPercent(), "reply|" + key + "|" + message.attempts())) {
            throw PartnerTrouble.later("the seller's answer got lost");
        }
    }

    @Override
    public String name() {
        return "sandbox market pushes";
    }

    @Override
    public long unfinished() {
        return inbox.waiting(BOX);
    }

    private PartnerClient.Answer send(MarketShop shop, Push push, @Nullable String wrongSignature) {
        String body = PartnerJson.SNAKE_CASE.write(new Body(
                push.shopId(),
                3,
                wall.instant().getEpochSecond(),
                new Data(push.orderSn(), push.status(), push.updateTime())));
        String signed = shop.webhookUrl() + "|" + body;
        String signature =
                HexFormat.of().formatHex(Secrets.hmacSha256(shop.secret(), signed.getBytes(StandardCharsets.UTF_8)));
        return http.send(
                "the seller",
                http.request(URI.create(shop.webhookUrl()))
                        .header("Content-Type", "application/json")
                        .header("Authorization", wrongSignature == null ? signature : wrongSignature)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }
}
