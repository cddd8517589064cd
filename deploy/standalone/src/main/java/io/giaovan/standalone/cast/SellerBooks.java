package io.giaovan.standalone.cast;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.standalone.cast.HouseApi.Service;
import java.util.ArrayList;
import java.util.List;

/** What a seller can read of all its orders, here and at the marketplace. */
public final class SellerBooks {
    private SellerBooks() {}

    /** Every order with its details, newest first; one that is listed twice comes twice. */
    public static List<JsonNode> orders(HouseApi api, Cast.Seller seller) {
        List<JsonNode> orders = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.mustGet(
                    Service.ORDERS,
                    "/seller/v1/orders?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
                    seller.sellerKey());
            for (JsonNode row : page.path("orders")) {
                String path = "/seller/v1/orders/" + row.path("orderId").asText();
                orders.add(api.mustGet(Service.ORDERS, path, seller.sellerKey()));
            }
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty());
        return orders;
    }

    /** Every order that the sandbox marketplace has for the seller's shop. */
    public static JsonNode marketOrders(HouseApi api, Cast.Seller seller) {
        return api.mustGet(
                        Service.PARTNERS,
                        "/sandbox/chogo/shops/" + seller.marketShop() + "/orders",
                        seller.marketSecret())
                .path("orders");
    }
}
