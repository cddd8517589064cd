package io.giaovan.paymentgateway.limit;

import io.giaovan.contracts.money.Money;
import java.time.LocalDate;
import java.util.List;

/** What a new house begins with. Read from luatvietnam.vn and vietnamnet.vn on 2026-11-24; later rules are entered as data. */
final class LimitSeed {
    private static final LocalDate PILOT = LocalDate.of(2021, 3, 9);
    private static final LocalDate DECREE = LocalDate.of(2026, 1, 1);
    private static final String DECREE_NAME = "Decree 368/2025/ND-CP, article 15";

    private LimitSeed() {}

    static List<LimitRule> rules() {
        return List.of(
                new LimitRule(
                        LimitRule.ANY, Bucket.STANDARD, PILOT, Money.vnd(10_000_000), "Decision 316/QD-TTg, pilot"),
                new LimitRule(LimitRule.ANY, Bucket.STANDARD, DECREE, Money.vnd(100_000_000), DECREE_NAME),
                new LimitRule(LimitRule.ANY, Bucket.ESSENTIAL, DECREE, Money.vnd(100_000_000), DECREE_NAME));
    }
}
