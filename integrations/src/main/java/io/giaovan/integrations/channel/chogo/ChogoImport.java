package io.giaovan.integrations.channel.chogo;

import io.giaovan.contracts.order.IncomingOrder;
import io.giaovan.contracts.order.IntakeOutcome;
import io.giaovan.contracts.order.OrderIntake;
import io.giaovan.integrations.channel.ChannelOrders;
import io.giaovan.integrations.channel.ChannelShop;
import io.giaovan.integrations.channel.ChannelShops;
import io.giaovan.integrations.sync.alert.Alerts;
import io.giaovan.integrations.sync.inbox.Message;
import io.giaovan.integrations.sync.partner.PartnerJson;
import io.giaovan.integrations.sync.partner.PartnerTrouble;
import jakarta.inject.Singleton;

/**
 * The steps of the import, each repeatable. A push is only a hint that an order changed: what counts is the order as the
 * marketplace shows it when the push is processed, so pushes may come twice, late or in any order.
 */
@Singleton
final class ChogoImport {
    private final ChannelShops shops;
    private final ChannelOrders orders;
    private final ChogoClient client;
    private final ChogoTranslator translator;
    private final OrderIntake intake;
    private final Alerts alerts;

    /** An order number and the shop it belongs to. */
    record Changed(ChannelShop shop, String orderNumber) {}

    /** The order as the marketplace shows it now. */
    record Seen(ChannelShop shop, ChogoWire.Order order) {
        ImportStep step() {
            return ChogoStatusTable.importStep(order.orderStatus());
        }
    }

    ChogoImport(
            ChannelShops shops,
            ChannelOrders orders,
            ChogoClient client,
            ChogoTranslator translator,
            OrderIntake intake,
            Alerts alerts) {
        this.shops = shops;
        this.orders = orders;
        this.client = client;
        this.translator = translator;
        this.intake = intake;
        this.alerts = alerts;
    }

    Changed read(Message message) {
        ChogoWire.Push push = PartnerJson.SNAKE_CASE.read("push", message.body(), ChogoWire.Push.class);
        String shopId = message.lane().substring(message.lane().indexOf('|') + 1);
        ChannelShop shop = shops.find(ChogoMarketplace.CHANNEL, shopId)
                .orElseThrow(() -> PartnerTrouble.never("shop " + shopId + " is not connected"));
        ChogoWire.PushData data = ChogoTranslator.given(push.data(), "data");
        return new Changed(shop, ChogoTranslator.given(data.ordersn(), "data.ordersn"));
    }

    Seen fetch(Changed changed) {
        return client.findOrder(changed.shop(), changed.orderNumber())
                .map(order -> new Seen(changed.shop(), order))
                .orElseThrow(() -> PartnerTrouble.never(
                        "chogo does not know order " + changed.orderNumber() + " of its own push"));
    }

    void accept(Seen seen) {
        IncomingOrder order = translator.translate(seen.shop().merchantId(), seen.order());
        orders.remember(seen.shop(), order.externalId());
        IntakeOutcome outcome = intake.accept(order);
        if (outcome.kind() == IntakeOutcome.Kind.REFUSED) {
            throw PartnerTrouble.never(
                    "order " + order.externalId() + " was refused: " + outcome.code() + " " + outcome.detail());
        }
    }

    /** The buyer wants out: whether that is still possible is for the order's room to say, and the answer goes back. */
    void answerCancellation(Seen seen) {
        boolean accepted = !isOurs(seen) || cancelled(seen);
        client.answerCancellation(seen.shop(), seen.order().orderSn(), accepted);
    }

    void cancel(Seen seen) {
        if (isOurs(seen) && !cancelled(seen)) {
            alerts.raise(
                    ChogoMarketplace.CHANNEL,
                    "order " + seen.order().orderSn()
                            + " is cancelled at the marketplace but cannot be cancelled here");
        }
    }

    void alert(Seen seen) {
        String status = seen.order().orderStatus().replaceAll("[^A-Za-z0-9_]", "?");
        alerts.raise(
                ChogoMarketplace.CHANNEL,
                "unknown order status " + status.substring(0, Math.min(40, status.length())) + ", taken as pending");
    }

    private boolean isOurs(Seen seen) {
        return orders.findShop(
                        seen.shop().merchantId(),
                        ChogoMarketplace.CHANNEL,
                        seen.order().orderSn())
                .isPresent();
    }

    private boolean cancelled(Seen seen) {
        String reason = seen.order().cancelReason();
        IntakeOutcome outcome = intake.cancel(
                seen.shop().merchantId(),
                ChogoMarketplace.CHANNEL,
                seen.order().orderSn(),
                reason == null || reason.isBlank() ? "buyer cancelled" : reason);
        return outcome.kind() == IntakeOutcome.Kind.CANCELLED;
    }
}
