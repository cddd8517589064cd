package io.giaovan.orderservice.intake;

import io.giaovan.contracts.parcel.MarketplaceNews;
import io.giaovan.contracts.parcel.Marketplaces;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Step;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Tells the marketplace that an order came from what happened to it. The outlet keeps each piece of news once. */
@Factory
final class MarketplaceSteps {
    private final Marketplaces marketplaces;
    private final Clock clock;

    MarketplaceSteps(Marketplaces marketplaces, Clock clock) {
        this.marketplaces = marketplaces;
        this.clock = clock;
    }

    @Singleton
    @Named("tell-shipped")
    OrderStep shipped() {
        return new Telling(Step.TELL_SHIPPED, MarketplaceNews.Step.SHIPPED);
    }

    @Singleton
    @Named("tell-delivered")
    OrderStep delivered() {
        return new Telling(Step.TELL_DELIVERED, MarketplaceNews.Step.DELIVERED);
    }

    @Singleton
    @Named("tell-cancelled")
    OrderStep cancelled() {
        return new Telling(Step.TELL_CANCELLED, MarketplaceNews.Step.CANCELLED);
    }

    @Singleton
    @Named("tell-returned")
    OrderStep returned() {
        return new Telling(Step.TELL_RETURNED, MarketplaceNews.Step.RETURNED);
    }

    private final class Telling implements OrderStep {
        private final Step step;
        private final MarketplaceNews.Step news;

        Telling(Step step, MarketplaceNews.Step news) {
            this.step = step;
            this.news = news;
        }

        @Override
        public Step step() {
            return step;
        }

        @Override
        public List<OrderEvent> run(Order order) {
            marketplaces.tell(new MarketplaceNews(
                    order.merchantId(),
                    order.purchase().channel(),
                    Objects.requireNonNull(order.purchase().externalId(), "only marketplaces' orders are told"),
                    news,
                    order.state().parcelCode(),
                    clock.instant()));
            return List.of();
        }
    }
}
