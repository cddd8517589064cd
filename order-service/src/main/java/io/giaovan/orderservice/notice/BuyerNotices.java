package io.giaovan.orderservice.notice;

import io.giaovan.contracts.delivery.DeliveryView;
import io.giaovan.orderservice.merchant.Merchants;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderState;
import io.giaovan.orderservice.tracking.Arrivals;
import io.giaovan.orderservice.tracking.TrackingLinks;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Writes to buyers, unless they asked for silence. */
@Singleton
final class BuyerNotices {
    private final TextMessages messages;
    private final MongoSilence silence;
    private final Merchants merchants;
    private final Arrivals arrivals;
    private final TrackingLinks links;
    private final NoticeSettings settings;
    private final Clock clock;

    BuyerNotices(
            TextMessages messages,
            MongoSilence silence,
            Merchants merchants,
            Arrivals arrivals,
            TrackingLinks links,
            NoticeSettings settings,
            Clock clock) {
        this.messages = messages;
        this.silence = silence;
        this.merchants = merchants;
        this.arrivals = arrivals;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    void tell(Order order) {
        String phone = order.purchase().buyer().phone();
        if (silence.isAsked(order.merchantId(), phone)) {
            return;
        }
        Optional<DeliveryView> delivery =
                order.state() instanceof OrderState.OutForDelivery ? arrivals.find(order) : Optional.empty();
        BuyerTexts.of(settings.language(), merchants.get(order.merchantId()).name(), order, delivery, links.of(order))
                .ifPresent(text -> messages.send(new TextMessage(
                        order.id() + "|" + text.occasion(),
                        order.merchantId(),
                        order.id(),
                        phone,
                        text.text(),
                        clock.instant())));
    }
}
