package io.giaovan.integrations.channel.chogo;

import io.giaovan.edge.access.Secrets;
import io.giaovan.integrations.sync.Flows;
import io.giaovan.integrations.sync.inbox.BoxHandler;
import io.giaovan.integrations.sync.inbox.Inbox;
import io.giaovan.integrations.sync.inbox.Message;
import io.giaovan.integrations.sync.inbox.NewMessage;
import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;

/** Sends kept pushes into the import flow, those of one shop one after the other. */
@Singleton
final class ChogoPushes implements BoxHandler, UnfinishedWork {
    private static final String BOX = "chogo-pushes";

    private final Inbox inbox;
    private final BeanProvider<Flows> flows;

    ChogoPushes(Inbox inbox, BeanProvider<Flows> flows) {
        this.inbox = inbox;
        this.flows = flows;
    }

    /** A push as a message of its shop's lane. */
    static NewMessage message(String shopId, ChogoWire.Push push, String body) {
        ChogoWire.PushData data = push.data();
        String change = data == null || data.ordersn() == null || data.status() == null || data.updateTime() == null
                ? Secrets.digest(body)
                : data.ordersn() + "|" + data.status() + "|" + data.updateTime();
        return NewMessage.of(BOX, shopId, shopId + "|" + change, body);
    }

    @Override
    public String box() {
        return BOX;
    }

    @Override
    public void handle(Message message) {
        flows.get().send("chogo-order-import", message);
    }

    @Override
    public String name() {
        return "chogo inbox";
    }

    @Override
    public long unfinished() {
        return inbox.waiting(BOX);
    }
}
