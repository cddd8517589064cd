package io.giaovan.paymentgateway.rail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChargeStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RailChoiceIT {
    private static final List<String> RULES = List.of(
            "WALLET amount 1-1999 : vnpay",
            "WALLET merchant rose|lily: zalopay momo",
            "WALLET prefix +8490|+8493: vnpay zalopay",
            "WALLET: momo zalopay");

    @Test
    void theFirstRuleThatCoversAChargeNamesItsRails() {
        try (TestGateway gateway = TestGateway.start(Map.of("giaovan.rails.rules", RULES))) {
            assertThat(chosen(gateway, "anyone", 1_999, null, false)).containsExactly("vnpay");
            assertThat(chosen(gateway, "rose", 2_000, null, false)).containsExactly("zalopay", "momo");
            assertThat(chosen(gateway, "anyone", 2_000, "+84931234567", false)).containsExactly("vnpay", "zalopay");
            assertThat(chosen(gateway, "anyone", 2_000, "+84911234567", false)).containsExactly("momo", "zalopay");
            assertThat(chosen(gateway, "rose", 2_000, null, true)).containsExactly("momo");
        }
    }

    @Test
    void aRailThatIsNotOpenIsNotChosen() {
        try (TestGateway gateway = TestGateway.start(
                Map.of("giaovan.rails.rules", RULES, "giaovan.rails.enabled", List.of("zalopay", "cash")))) {
            assertThat(chosen(gateway, "anyone", 2_000, null, false)).containsExactly("zalopay");
            assertThat(chosen(gateway, "anyone", 1_000, null, false)).containsExactly("zalopay");
            assertThatThrownBy(() -> new TestBuyer(gateway).pays(ChargeMethod.MOBILE_MONEY, 1_000, "0912345678"))
                    .hasMessageContaining("MOBILE_MONEY");
        }
    }

    @Test
    void whereMoneyIsRealNoChargeGoesToASandbox() {
        try (TestGateway gateway = TestGateway.start(
                Map.of("giaovan.api.live", true, "giaovan.rails.momo.base-url", "http://127.0.0.1:9"))) {
            assertThat(gateway.bean(Rails.class).names()).containsExactly("cash", "momo", "vietqr");
        }
    }

    @Test
    void aRefusedConnectionLetsTheNextRailTakeItsPlace() throws IOException {
        try (TestGateway gateway = TestGateway.start(Map.of(
                "giaovan.charges.poll-every",
                "PT0.1S",
                "giaovan.rails.rules",
                RULES,
                "giaovan.rails.momo.base-url",
                "http://127.0.0.1:" + closedPort()))) {
            TestBuyer buyer = new TestBuyer(gateway);

            ChargeView open = buyer.pays(ChargeMethod.WALLET, 50_001, null);
            buyer.awaits(open, ChargeStatus.SUCCEEDED);

            assertThat(railOf(gateway, open)).isEqualTo("zalopay");
            assertThat(buyer.clearing("zalopay")).isEqualTo(Money.vnd(50_001));
            assertThat(buyer.balance()).isEqualTo(Money.vnd(50_001));
        }
    }

    @Test
    void aTimeoutNeverSendsAChargeOverAnotherRail() {
        try (TestGateway gateway = TestGateway.start(Map.of(
                "giaovan.charges.poll-every",
                "PT0.1S",
                "giaovan.rails.rules",
                RULES,
                "giaovan.rails.momo.answer-within",
                "PT0.3S"))) {
            TestBuyer buyer = new TestBuyer(gateway);
            gateway.post("/sandbox/wallet/momo/faults", Map.of("slowMillis", 600));

            ChargeView open = buyer.pays(ChargeMethod.WALLET, 50_001, null);
            assertThat(open.status()).isEqualTo(ChargeStatus.PROCESSING);
            gateway.post("/sandbox/wallet/momo/faults", Map.of());
            buyer.awaits(open, ChargeStatus.SUCCEEDED);

            assertThat(railOf(gateway, open)).isEqualTo("momo");
            assertThat(buyer.clearing("zalopay")).isEqualTo(Money.vnd(0));
            assertThat(buyer.balance()).isEqualTo(Money.vnd(50_001));
        }
    }

    @Test
    void aRuleThatCannotBeReadStopsTheStart() {
        assertThatThrownBy(() -> RailRule.parse("WALLET momo")).hasMessageContaining("giaovan.rails.rules");
        assertThatThrownBy(() -> RailRule.parse("WALLET amount 9-1: momo")).hasMessageContaining("empty");
    }

    private static List<String> chosen(
            TestGateway gateway, String merchant, long dong, @Nullable String phone, boolean hold) {
        return gateway
                .bean(RailChoice.class)
                .choose(ChargeMethod.WALLET, new MerchantId(merchant), Money.vnd(dong), phone, hold)
                .stream()
                .map(Rail::name)
                .toList();
    }

    private static String railOf(TestGateway gateway, ChargeView charge) {
        Charge found = gateway.bean(ChargeStore.class).find(charge.id()).orElseThrow();
        return Objects.requireNonNull(found.method()).rail();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
