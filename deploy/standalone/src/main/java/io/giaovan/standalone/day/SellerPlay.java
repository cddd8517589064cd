package io.giaovan.standalone.day;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.HouseApi.Service;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What sellers do: pack what came in, print labels. */
final class SellerPlay {
    private static final Duration EVERY = Duration.ofMinutes(20);
    private static final LocalTime FROM = LocalTime.of(6, 10);
    private static final LocalTime UNTIL = LocalTime.of(19, 30);
    private static final int AT_ONCE = 100;

    private final Stage stage;

    SellerPlay(Stage stage) {
        this.stage = stage;
    }

    /** Enters the packing rounds of all days. */
    void enter() {
        for (int day = 0; day <= stage.plan().daysAfter(); day++) {
            for (LocalTime time = FROM; time.isBefore(UNTIL); time = time.plus(EVERY)) {
                for (Cast.Seller seller : stage.cast().sellers()) {
                    stage.agenda().at(stage.plan().at(day, time), () -> packAll(seller));
                }
            }
        }
    }

    private void packAll(Cast.Seller seller) {
        JsonNode received = stage.api()
                .mustGet(Service.ORDERS, "/seller/v1/orders?status=RECEIVED&limit=" + AT_ONCE, seller.sellerKey())
                .path("orders");
        List<String> ids = new ArrayList<>();
        received.forEach(order -> ids.add(order.path("orderId").asText()));
        if (ids.isEmpty()) {
            return;
        }
        ids.sort(String::compareTo);
        for (String id : ids) {
            stage.agenda().at(stage.agenda().now(), () -> pack(seller, id));
        }
        stage.agenda().at(stage.agenda().now(), () -> print(seller, ids.getFirst()));
    }

    private void pack(Cast.Seller seller, String orderId) {
        stage.api()
                .mustPost(
                        Service.ORDERS,
                        "/seller/v1/orders/pack",
                        seller.sellerKey(),
                        null,
                        Map.of("orderIds", List.of(orderId)));
    }

    private void print(Cast.Seller seller, String orderId) {
        String parcel = stage.api()
                .mustGet(Service.ORDERS, "/seller/v1/orders/" + orderId, seller.sellerKey())
                .path("parcelCode")
                .asText("");
        if (!parcel.isEmpty()) {
            byte[] label = stage.api()
                    .document(Service.ORDERS, "/seller/v1/parcels/" + parcel + "/label.pdf", seller.sellerKey());
            stage.notes().count(label.length > 1_000 ? "label printed" : "label broken");
        }
    }
}
