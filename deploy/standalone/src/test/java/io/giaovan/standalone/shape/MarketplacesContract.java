package io.giaovan.standalone.shape;

import static io.giaovan.standalone.shape.Refusals.refusedField;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.parcel.MarketplaceNews;
import io.giaovan.contracts.place.Contact;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.HouseApi.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What order-service may rely on when it has news for a marketplace. */
abstract class MarketplacesContract {
    abstract Shape shape();

    @Test
    void newsReachesTheMarketplaceAndTellingItAgainChangesNothing() {
        String orderSn = orderAtMarketplace();
        MarketplaceNews shipped = new MarketplaceNews(
                new MerchantId(seller().id()),
                "chogo",
                orderSn,
                MarketplaceNews.Step.SHIPPED,
                "GV" + orderSn,
                Shape.NOW);

        String before = marketOrder(orderSn).path("status").asText();
        shape().marketplaces().tell(shipped);
        shape().awaitWorkDone();
        JsonNode told = marketOrder(orderSn);
        shape().marketplaces().tell(shipped);
        shape().awaitWorkDone();

        assertThat(before).isEqualTo("READY_TO_SHIP");
        assertThat(told.path("status").asText()).isEqualTo("SHIPPED");
        assertThat(marketOrder(orderSn)).isEqualTo(told);
    }

    @Test
    void anUnknownMarketplaceIsNamed() {
        MarketplaceNews news = new MarketplaceNews(
                new MerchantId(seller().id()), "nowhere", "1", MarketplaceNews.Step.SHIPPED, "GV1", Shape.NOW);

        refusedField("news.channel", "nowhere", () -> shape().marketplaces().tell(news));
    }

    private Cast.Seller seller() {
        return shape().cast().sellers().get(2);
    }

    private String orderAtMarketplace() {
        Cast.Article article = seller().articles().getFirst();
        String orderSn = shape().api()
                .mustPost(
                        Service.PARTNERS,
                        "/sandbox/chogo/shops/" + seller().marketShop() + "/orders",
                        seller().marketSecret(),
                        "buyer-of-the-contract",
                        Map.of(
                                "buyer",
                                new Contact("Lê Minh Sơn", "0912345678"),
                                "address",
                                shape().cast().doors().getFirst(),
                                "items",
                                List.of(Map.of(
                                        "sku", article.sku(),
                                        "name", article.name(),
                                        "quantity", 1,
                                        "price", article.price())),
                                "payment",
                                "PREPAID"))
                .path("orderSn")
                .asText();
        shape().awaitWorkDone();
        return orderSn;
    }

    private JsonNode marketOrder(String orderSn) {
        for (JsonNode order : shape().api()
                .mustGet(
                        Service.PARTNERS,
                        "/sandbox/chogo/shops/" + seller().marketShop() + "/orders",
                        seller().marketSecret())
                .path("orders")) {
            if (order.path("orderSn").asText().equals(orderSn)) {
                return order;
            }
        }
        throw new AssertionError("the marketplace has no order " + orderSn);
    }
}
