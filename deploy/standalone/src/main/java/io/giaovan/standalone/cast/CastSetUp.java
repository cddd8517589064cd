package io.giaovan.standalone.cast;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.standalone.cast.HouseApi.Service;
import io.giaovan.standalone.start.KeyFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Registers the people of a day at the house and at the sandboxes. Everything may be registered again; nothing changes
 * then.
 */
public final class CastSetUp {
    /** One seller of so many wants orders taken whole or not at all. */
    private static final int KEEPS_WHOLE = 3;

    private static final long HAND_BACK_FEE = 5_000;

    private static final int VAN_EVERY = 4;
    private static final int COURIERS_PER_DEPOT = 8;
    private static final List<String> SELLERS =
            List.of("Tiệm sách Dế Mèn", "Trà Sen Tây Hồ", "Gốm Bàu Trúc", "Nông sản Đà Lạt");
    private static final List<Address> ISLANDS = List.of(
            new Address("7 Trần Hưng Đạo", "Đặc khu Phú Quốc", "An Giang", "VN", new GeoPoint(10.2171, 103.9593)),
            new Address("15 Nguyễn Huệ", "Đặc khu Côn Đảo", "TP Hồ Chí Minh", "VN", new GeoPoint(8.6833, 106.6083)),
            new Address("3 Hoàng Sa", "Đặc khu Lý Sơn", "Quảng Ngãi", "VN", new GeoPoint(15.3833, 109.1167)),
            new Address("21 Ký Con", "Đặc khu Cô Tô", "Quảng Ninh", "VN", new GeoPoint(20.9722, 107.7667)));

    /** What the company keeps of the cash it takes, as its sandbox reckons it. */
    private static final Map<String, Object> COMPANY_TERMS = Map.of(
            "columns",
            Map.of("TRACKING", "Mã vận đơn", "AMOUNT", "Tiền thu hộ", "FEE", "Phí thu hộ"),
            "feeFixed",
            1_000,
            "feeBasisPoints",
            50);

    private static final List<String> FAMILY = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Bùi", "Huỳnh");
    private static final List<String> MIDDLE = List.of("Thị Hồng", "Văn", "Minh", "Ngọc", "Thanh", "Quốc", "Thu");
    private static final List<String> GIVEN = List.of("Đào", "Hùng", "Lan", "Phúc", "Quỳnh", "Sơn", "Thảo", "Vy");

    private final HouseApi api;
    private final KeyFile keys;
    private final Draws draws;

    public CastSetUp(HouseApi api, KeyFile keys, long seed) {
        this.api = api;
        this.keys = keys;
        this.draws = new Draws(seed);
    }

    /**
     * Registers everyone.
     *
     * @param couriers how many, 1 or more
     * @param doors how many different addresses buyers have
     */
    public Cast enter(int couriers, int doors) {
        JsonNode places = api.mustGet(
                Service.ENGINE,
                "/internal/demonstration-places?count=" + doors + "&seed="
                        + draws.of("doors").nextInt(1 << 30),
                api.houseKey());
        List<Cast.Depot> depots = depots(places, couriers);
        List<Cast.Seller> sellers = sellers(depots, places);
        List<Cast.Courier> drivers = couriers(depots, couriers);
        List<Address> addresses = new ArrayList<>();
        for (JsonNode place : places.path("addresses")) {
            addresses.add(new Address(
                    place.path("line").asText(),
                    place.path("ward").asText(),
                    place.path("province").asText(),
                    place.path("country").asText(),
                    new GeoPoint(
                            place.path("point").path("lat").asDouble(),
                            place.path("point").path("lon").asDouble())));
        }
        api.house(
                Service.PARTNERS,
                "/sandbox/ghn/shops",
                Map.of(
                        "token",
                        keys.get("ghn-sandbox-token", "ghn_"),
                        "shopId",
                        Cast.COMPANY_SHOP,
                        "webhookUrl",
                        api.addresses().partners() + "/hooks/ghn/" + keys.get("ghn-sandbox-webhook", "ghnhook_"),
                        "stepEvery",
                        Duration.ofHours(2)));
        api.house(Service.PAYMENTS, "/internal/cash/carriers/" + Cast.COMPANY + "/terms", COMPANY_TERMS);
        return new Cast(sellers, depots, drivers, addresses, ISLANDS);
    }

    /** A Vietnamese name for a purpose. */
    public static String personName(Draws draws, String purpose) {
        return draws.one(purpose + "family", FAMILY) + " " + draws.one(purpose + "middle", MIDDLE) + " "
                + draws.one(purpose + "given", GIVEN);
    }

    private List<Cast.Depot> depots(JsonNode places, int couriers) {
        int wanted = Math.clamp(
                couriers / COURIERS_PER_DEPOT, 1, places.path("depots").size());
        List<Cast.Depot> depots = new ArrayList<>();
        for (JsonNode place : places.path("depots")) {
            if (depots.size() == wanted) {
                break;
            }
            String id = place.path("code").asText();
            GeoPoint point = new GeoPoint(
                    place.path("point").path("lat").asDouble(),
                    place.path("point").path("lon").asDouble());
            String key = keys.get("dispatcher-" + id, "disp_");
            Map<String, Object> depot = new LinkedHashMap<>();
            depot.put("depotId", id);
            depot.put("name", place.path("name").asText());
            depot.put("point", point);
            depot.put("opens", "06:00");
            depot.put("closes", "21:30");
            depot.put("zone", "Asia/Ho_Chi_Minh");
            api.house(Service.ENGINE, "/internal/depots", depot);
            api.house(
                    Service.ENGINE,
                    "/internal/dispatchers",
                    Map.of("dispatcherId", "dispatcher-" + id, "depot", id, "key", key));
            depots.add(new Cast.Depot(id, place.path("name").asText(), point, key));
        }
        return depots;
    }

    private List<Cast.Seller> sellers(List<Cast.Depot> depots, JsonNode places) {
        List<Cast.Seller> sellers = new ArrayList<>();
        for (int i = 0; i < SELLERS.size(); i++) {
            Cast.Depot depot = depots.get(i % depots.size());
            String id = "seller-" + (i + 1);
            Cast.Seller seller = new Cast.Seller(
                    id,
                    SELLERS.get(i),
                    depot.id(),
                    keys.get("seller-" + id, "sk_seller_"),
                    keys.get("shop-" + id, "sk_shop_"),
                    "900" + i,
                    keys.get("chogo-" + id, "chogo_"),
                    articles(id));
            Map<String, Object> merchant = new LinkedHashMap<>();
            merchant.put("merchantId", id);
            merchant.put("name", seller.name());
            merchant.put("depot", depot.id());
            merchant.put(
                    "pickup", new Address("1 Hai Bà Trưng", "Phường Bến Thành", "TP Hồ Chí Minh", "VN", depot.point()));
            merchant.put("contact", new Contact("Kho " + seller.name(), "028123456" + i));
            merchant.put("sellerKey", seller.sellerKey());
            merchant.put("shopKey", seller.shopKey());
            merchant.put("parcelCarriers", true);
            if (i % KEEPS_WHOLE != 0) {
                merchant.put("handBackFee", Money.vnd(HAND_BACK_FEE));
            }
            api.house(Service.ORDERS, "/internal/merchants", merchant);
            api.house(
                    Service.ORDERS,
                    "/internal/products",
                    Map.of(
                            "merchantId",
                            id,
                            "products",
                            seller.articles().stream()
                                    .map(article -> Map.of(
                                            "sku", article.sku(),
                                            "name", article.name(),
                                            "grams", article.grams(),
                                            "cubicCentimetres", article.cubicCentimetres(),
                                            "onHand", Cast.ON_HAND))
                                    .toList()));
            connectMarket(seller);
            sellers.add(seller);
        }
        return sellers;
    }

    private void connectMarket(Cast.Seller seller) {
        String webhook = api.addresses().partners() + "/hooks/chogo/" + seller.marketShop();
        api.house(
                Service.PARTNERS,
                "/sandbox/chogo/shops",
                Map.of("shopId", seller.marketShop(), "secret", seller.marketSecret(), "webhookUrl", webhook));
        api.house(
                Service.PARTNERS,
                "/internal/channel-shops",
                Map.of(
                        "channel",
                        "chogo",
                        "shopId",
                        seller.marketShop(),
                        "merchantId",
                        seller.id(),
                        "secret",
                        seller.marketSecret(),
                        "callbackUrl",
                        webhook));
    }

    private static List<Cast.Article> articles(String seller) {
        String code = seller.substring(seller.indexOf('-') + 1);
        return List.of(
                new Cast.Article("A" + code + "-01", "Sách thiếu nhi", 320, 900, Money.vnd(85_000)),
                new Cast.Article("A" + code + "-02", "Trà sen hộp thiếc", 180, 700, Money.vnd(145_000)),
                new Cast.Article("A" + code + "-03", "Bình gốm nhỏ", 1_100, 3_500, Money.vnd(260_000)),
                new Cast.Article("A" + code + "-04", "Cà phê rang xay", 520, 1_400, Money.vnd(119_000)),
                new Cast.Article("A" + code + "-05", "Khăn lụa tơ tằm", 90, 400, Money.vnd(390_000)),
                new Cast.Article("A" + code + "-06", "Gạo ST25 túi 5 kg", 5_000, 6_500, Money.vnd(195_000)));
    }

    private List<Cast.Courier> couriers(List<Cast.Depot> depots, int count) {
        List<Cast.Courier> couriers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String id = "courier-%03d".formatted(i);
            boolean van = i % VAN_EVERY == 0;
            Cast.Courier courier = new Cast.Courier(
                    id,
                    personName(draws, id),
                    "+8490%07d".formatted(1_000_000 + i),
                    "%04d".formatted(1_000 + i * 37 % 9_000),
                    depots.get((i - 1) % depots.size()).id(),
                    van);
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("courierId", id);
            body.put("name", courier.name());
            body.put("phone", courier.phone());
            body.put("pin", courier.pin());
            body.put("depot", courier.depot());
            body.put("vehicle", van ? "VAN" : "MOTORBIKE");
            body.put("gramsMax", van ? 800_000 : 60_000);
            body.put("cubicCentimetresMax", van ? 6_000_000 : 180_000);
            body.put("shiftStart", "07:00");
            body.put("shiftEnd", "21:00");
            body.put("cashLimit", Money.vnd(30_000_000));
            api.house(Service.ENGINE, "/internal/couriers", body);
            couriers.add(courier);
        }
        return couriers;
    }
}
