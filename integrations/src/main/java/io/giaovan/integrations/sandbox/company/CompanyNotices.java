package io.giaovan.integrations.sandbox.company;

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
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Sends a notice of every status to the seller's webhook, unsigned as the real ones are; given up after ten tries. */
@Singleton
final class CompanyNotices implements BoxHandler, UnfinishedWork {
    static final String PARTNER = "ghn";
    private static final String BOX = "sandbox-company-notices";
    private static final int TRIES_MAX = 10;

    private final CompanyLedger ledger;
    private final Inbox inbox;
    private final FaultBoard faults;
    private final PartnerClient http;

    /** A notice to send. */
    record Notice(
            String orderCode,
            String clientOrderCode,
            String status,
            String time,
            String type,
            String shopId,
            int copy) {}

    CompanyNotices(CompanyLedger ledger, Inbox inbox, FaultBoard faults, PartnerClient http) {
        this.ledger = ledger;
        this.inbox = inbox;
        this.faults = faults;
        this.http = http;
    }

    void enqueue(CompanyParcel parcel) {
        Faults now = faults.of(PARTNER);
        CompanyParcel.Entry last = parcel.log().getLast();
        for (int copy = 0; copy <= now.copies(); copy++) {
            String key = parcel.orderCode() + "|" + parcel.log().size() + "|" + copy;
            boolean outOfPlace = copy > 0 || now.strikes(now.reorderPercent(), "reorder|" + key);
            Notice notice = new Notice(
                    parcel.orderCode(),
                    parcel.clientOrderCode(),
                    last.status(),
                    last.at().toString(),
                    parcel.log().size() == 1 ? "Create" : "Switch_status",
                    parcel.shopId(),
                    copy);
            inbox.store(new NewMessage(
                    BOX,
                    outOfPlace ? key : parcel.orderCode(),
                    key,
                    PartnerJson.UPPER_CAMEL_CASE.write(notice),
                    Duration.ofMillis(now.delayMillis(key))));
        }
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
        Notice notice = PartnerJson.UPPER_CAMEL_CASE.read("notice", message.body(), Notice.class);
        Faults now = faults.of(PARTNER);
        CompanyShop shop = ledger.findShop(notice.shopId()).orElse(null);
        if (shop == null || now.strikes(now.dropPushesPercent(), "drop|" + message.id())) {
            return;
        }
        PartnerClient.Answer answer = http.send(
                "the seller",
                http.request(URI.create(shop.webhookUrl()))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(message.body()))
                        .build());
        if (answer.status() != 200) {
            String said = "the seller answered with status " + answer.status();
            throw message.attempts() < TRIES_MAX ? PartnerTrouble.later(said) : PartnerTrouble.never(said);
        }
    }

    @Override
    public String name() {
        return "sandbox company notices";
    }

    @Override
    public long unfinished() {
        return inbox.waiting(BOX);
    }
}
