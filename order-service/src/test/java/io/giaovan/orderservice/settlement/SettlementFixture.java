package io.giaovan.orderservice.settlement;

import java.time.Duration;

/** Prices that are easy to reckon with. */
public final class SettlementFixture {
    private SettlementFixture() {}

    public static SettlementSettings settings() {
        return settings(20_000);
    }

    public static SettlementSettings settings(int ordersMax) {
        return new SettlementSettings(
                "Asia/Ho_Chi_Minh",
                "22:00",
                15_000,
                2_000,
                5_000,
                30_000,
                1_000,
                6_000,
                50,
                0,
                300,
                1_000,
                0,
                0,
                80,
                2_000,
                5_000,
                ordersMax,
                Duration.ofDays(1),
                Duration.ofHours(1),
                Duration.ofHours(1));
    }
}
