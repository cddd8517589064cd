package io.giaovan.integrations.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.parcel.MarketplaceNews;
import io.giaovan.contracts.parcel.Marketplaces;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.json.HouseJson;
import io.giaovan.integrations.sync.Flows;
import io.giaovan.integrations.sync.inbox.BoxHandler;
import io.giaovan.integrations.sync.inbox.Inbox;
import io.giaovan.integrations.sync.inbox.Message;
import io.giaovan.integrations.sync.inbox.NewMessage;
import io.giaovan.integrations.sync.partner.PartnerTrouble;
import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps news for the marketplaces and has it told, one order's news in the order it came. */
@Singleton
final class StoredMarketplaces implements Marketplaces, BoxHandler, UnfinishedWork {
    private static final String BOX = "marketplace-news";

    private final ObjectMapper json = HouseJson.newMapper();
    private final Inbox inbox;
    private final ChannelShops shops;
    private final ChannelOrders orders;
    private final List<Marketplace> marketplaces;
    private final BeanProvider<Flows> flows;

    /** News and where it has to go. */
    record Telling(Marketplace marketplace, ChannelShop shop, MarketplaceNews news) {}

    StoredMarketplaces(
            Inbox inbox,
            ChannelShops shops,
            ChannelOrders orders,
            List<Marketplace> marketplaces,
            BeanProvider<Flows> flows) {
        this.inbox = inbox;
        this.shops = shops;
        this.orders = orders;
        this.marketplaces = marketplaces;
        this.flows = flows;
    }

    @Override
    public void tell(MarketplaceNews news) {
        if (marketplaces.stream().noneMatch(known -> known.channel().equals(news.channel()))) {
            throw ProblemException.invalid("news.channel", news.channel(), "is not a marketplace that is known here");
        }
        String order = news.channel() + "|" + news.externalId();
        inbox.store(NewMessage.of(BOX, order, order + "|" + news.step(), written(news)));
    }

    @Override
    public String box() {
        return BOX;
    }

    @Override
    public void handle(Message message) {
        flows.get().send("marketplace-news", message);
    }

    @Override
    public String name() {
        return "outgoing news";
    }

    @Override
    public long unfinished() {
        return inbox.waiting(BOX);
    }

    /** Reads stored news and finds the marketplace and the shop that it is for. */
    Telling address(Message message) {
        MarketplaceNews news = read(message.body());
        String shopId = orders.findShop(news.merchantId(), news.channel(), news.externalId())
                .orElseThrow(() -> PartnerTrouble.never("order " + news.externalId() + " did not come in through "
                        + news.channel() + " for merchant " + news.merchantId()));
        ChannelShop shop = shops.find(news.channel(), shopId)
                .orElseThrow(() -> PartnerTrouble.never("shop " + shopId + " is not connected any more"));
        Marketplace marketplace = marketplaces.stream()
                .filter(known -> known.channel().equals(news.channel()))
                .findFirst()
                .orElseThrow(() -> PartnerTrouble.never("marketplace " + news.channel() + " is not known any more"));
        return new Telling(marketplace, shop, news);
    }

    private String written(MarketplaceNews news) {
        try {
            return json.writeValueAsString(news);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("news cannot be written as JSON", broken);
        }
    }

    private MarketplaceNews read(String body) {
        try {
            return json.readValue(body, MarketplaceNews.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("news: cannot be read", broken);
        }
    }
}
