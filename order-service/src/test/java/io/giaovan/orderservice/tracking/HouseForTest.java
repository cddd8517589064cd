package io.giaovan.orderservice.tracking;

import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.edge.access.Secrets;
import io.giaovan.orderservice.access.AccessKeys;
import io.giaovan.orderservice.access.KeyKind;
import io.giaovan.orderservice.merchant.Merchant;
import io.giaovan.orderservice.merchant.Merchants;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderBook;
import io.giaovan.orderservice.order.Promise;
import io.giaovan.orderservice.order.Purchase;
import io.giaovan.orderservice.stock.Product;
import io.giaovan.orderservice.stock.Stock;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sets sellers and orders up in a running order service, and the properties it needs to run alone. */
@Singleton
@Requires(property = "giaovan.test.last-mile", value = "fake")
public final class HouseForTest {
    public static final Instant NINE = Instant.parse("2026-11-24T02:00:00Z");
    public static final MerchantId SELLER = new MerchantId("tiem-sach");
    public static final MerchantId OTHER = new MerchantId("tiem-tra");
    public static final String PHONE = "+84912345678";
    public static final String STREET = "12/5 Lê Lợi";

    private final Merchants merchants;
    private final AccessKeys keys;
    private final Stock stock;
    private final OrderBook book;

    HouseForTest(Merchants merchants, AccessKeys keys, Stock stock, OrderBook book) {
        this.merchants = merchants;
        this.keys = keys;
        this.stock = stock;
        this.book = book;
    }

    /** Properties of an order service without neighbours whose clock is moved by hand. */
    public static Map<String, String> properties(String mongoUri, String database) {
        Map<String, String> properties = new HashMap<>();
        properties.put("giaovan.store.uri", mongoUri);
        properties.put("giaovan.store.database", database);
        properties.put("giaovan.house.key", "0123456789abcdef0123456789abcdef");
        properties.put("giaovan.clock.simulated", "true");
        properties.put("giaovan.clock.start", NINE.toString());
        properties.put("giaovan.public-url", "https://giaovan.test");
        properties.put("giaovan.outgoing.allow-private-targets", "true");
        properties.put("giaovan.test.last-mile", "fake");
        for (String neighbour : List.of("routing-engine", "payment-gateway", "integrations")) {
            properties.put("giaovan.remote." + neighbour, "http://127.0.0.1:1");
        }
        return properties;
    }

    /** Makes a seller with 1,000 pieces of two articles; returns its key. */
    public String seller(MerchantId id, String name) {
        Address pickup = new Address("1 Hai Bà Trưng", "Bến Nghé", "TP Hồ Chí Minh", "VN", new GeoPoint(10.78, 106.7));
        merchants.save(new Merchant(id, name, "SGN-01", pickup, new Contact("Kho", "0901111222"), false));
        stock.register(
                id,
                List.of(
                        new Product("SACH-01", "Sách Dế Mèn phiêu lưu ký", 300, 900, 1_000),
                        new Product("TRA-SEN", "Trà sen Tây Hồ", 120, 400, 1_000)));
        String key = Secrets.newKey("sk_", new SecureRandom());
        keys.grant(KeyKind.SELLER, key, id);
        return key;
    }

    /** Places an order that a marketplace took the money for, or that is paid in cash. */
    public Order order(MerchantId merchantId, String id, String externalId, PaymentKind payment, Instant placedAt) {
        Purchase purchase = new Purchase(
                "chogo",
                externalId,
                List.of(
                        new OrderLine("SACH-01", "Sách Dế Mèn phiêu lưu ký", 2, Money.vnd(85_000)),
                        new OrderLine("TRA-SEN", "Trà sen Tây Hồ", 1, Money.vnd(80_000))),
                new Contact("Nguyễn Thị Hồng Đào", PHONE),
                new Address(STREET, "Phường Bến Thành", "TP Hồ Chí Minh", "VN", new GeoPoint(10.77, 106.7)),
                payment,
                null,
                Money.vnd(0),
                new ParcelLoad(720, 2_200, 1),
                placedAt);
        Promise promise =
                new Promise(new TimeWindow(NINE.plusSeconds(3_600), NINE.plusSeconds(4 * 3_600)), null, false);
        Order order = Order.placed(
                new OrderId(id), merchantId, purchase, promise, Secrets.newKey("", new SecureRandom()), null, placedAt);
        book.place(order);
        return book.settle(merchantId, order.id());
    }
}
