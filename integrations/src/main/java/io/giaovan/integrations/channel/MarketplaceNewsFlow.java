package io.giaovan.integrations.channel;

import io.giaovan.integrations.sync.inbox.Message;
import jakarta.inject.Singleton;
import org.apache.camel.builder.RouteBuilder;

/**
 * Stored news → the marketplace that it is for. Tries, back-off and parking are the inbox's; one order's news comes here
 * one after the other.
 */
@Singleton
final class MarketplaceNewsFlow extends RouteBuilder {
    private final StoredMarketplaces news;

    MarketplaceNewsFlow(StoredMarketplaces news) {
        this.news = news;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:marketplace-news")
                .routeId("marketplace-news")
                .removeHeaders("*")
                .id("marketplace-news-strip")
                .transform()
                .body(Message.class, news::address)
                .id("marketplace-news-address")
                .to("direct:marketplace-news-tell")
                .id("marketplace-news-to-tell");

        from("direct:marketplace-news-tell")
                .routeId("marketplace-news-tell")
                .process()
                .body(
                        StoredMarketplaces.Telling.class,
                        telling -> telling.marketplace().tell(telling.shop(), telling.news()))
                .id("marketplace-news-call");
    }
}
