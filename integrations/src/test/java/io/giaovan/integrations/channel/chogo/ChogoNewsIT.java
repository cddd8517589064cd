package io.giaovan.integrations.channel.chogo;

import static io.giaovan.contracts.parcel.MarketplaceNews.Step.CANCELLED;
import static io.giaovan.contracts.parcel.MarketplaceNews.Step.DELIVERED;
import static io.giaovan.contracts.parcel.MarketplaceNews.Step.RETURNED;
import static io.giaovan.contracts.parcel.MarketplaceNews.Step.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.integrations.House;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChogoNewsIT {
    private House house;

    @BeforeEach
    void start() {
        house = House.start().withShop();
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void shippedThenDeliveredArriveOnceAndInOrder() {
        String orderSn = house.placeOrder();
        house.awaitQuiet();

        house.tell(orderSn, SHIPPED);
        house.tell(orderSn, DELIVERED);
        house.tell(orderSn, DELIVERED);
        house.awaitQuiet();

        assertThat(house.marketStatus(orderSn)).isEqualTo("COMPLETED");
        assertThat(house.marketOrder(orderSn).get("trackingNumber").asText()).isEqualTo("P-" + orderSn);
        assertThat(told(orderSn))
                .containsExactly("ship_order P-" + orderSn, "update_tracking_status LOGISTICS_DELIVERY_DONE");
    }

    @Test
    void faultsAtTheMarketplaceNeitherLoseNorDoubleNews() {
        house.faults(Map.of("errorsPercent", 20, "dropRepliesPercent", 25, "seed", 11));
        List<String> orders =
                IntStream.range(0, 10).mapToObj(_ -> house.placeOrder()).toList();
        house.awaitQuiet();

        orders.forEach(orderSn -> house.tell(orderSn, SHIPPED));
        orders.forEach(orderSn -> house.tell(orderSn, DELIVERED));
        house.awaitQuiet();

        for (String orderSn : orders) {
            assertThat(told(orderSn))
                    .containsExactly("ship_order P-" + orderSn, "update_tracking_status LOGISTICS_DELIVERY_DONE");
        }
        assertThat(house.parkedIds()).isEmpty();
    }

    @Test
    void returnedAndCancelledAreTold() {
        String returned = house.placeOrder();
        String cancelled = house.placeOrder();
        house.awaitQuiet();

        house.tell(returned, SHIPPED);
        house.tell(returned, RETURNED);
        house.tell(cancelled, CANCELLED);
        house.awaitQuiet();

        assertThat(house.marketStatus(returned)).isEqualTo("TO_RETURN");
        assertThat(house.marketStatus(cancelled)).isEqualTo("CANCELLED");
    }

    @Test
    void newsOutlivesARestart() {
        String orderSn = house.placeOrder();
        house.awaitQuiet();
        house.faults(Map.of("errorsPercent", 100));
        house.tell(orderSn, SHIPPED);

        house.restart();
        house.awaitQuiet();

        assertThat(house.marketStatus(orderSn)).isEqualTo("SHIPPED");
    }

    @Test
    void newsOfAnOrderOfSomebodyElseIsParked() {
        house.tell("UNKNOWN", SHIPPED);
        house.awaitQuiet();

        assertThat(house.get("/internal/parked")
                        .get("parked")
                        .get(0)
                        .get("reason")
                        .asText())
                .contains("did not come in through chogo");
    }

    @Test
    void theSameNewsCanBeToldOverHttp() {
        String orderSn = house.placeOrder();
        house.awaitQuiet();

        house.post(
                "/internal/marketplaces/tell",
                Map.of(
                        "news",
                        Map.of(
                                "merchantId",
                                Map.of("value", "m1"),
                                "channel",
                                "chogo",
                                "externalId",
                                orderSn,
                                "step",
                                "SHIPPED",
                                "trackingCode",
                                "P-" + orderSn,
                                "at",
                                "2026-11-24T05:00:00Z")));
        house.awaitQuiet();

        assertThat(house.marketStatus(orderSn)).isEqualTo("SHIPPED");
    }

    private List<String> told(String orderSn) {
        List<String> told = new ArrayList<>();
        for (JsonNode line : house.marketOrder(orderSn).get("told")) {
            told.add(line.get("what").asText());
        }
        return told;
    }
}
