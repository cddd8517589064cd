package io.giaovan.paymentgateway.api.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.testhelpers.TestClockAdvanceParams;
import com.stripe.param.testhelpers.TestClockCreateParams;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.api.TestShop;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Test clocks through the official client library. */
class TestClocksIT {
    private static TestGateway gateway;

    private final TestShop shop = TestShop.open(gateway);

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void theLedgerIsRight() {
        gateway.awaitQuiet();
        assertThat(gateway.ledger().audit().findings()).isEmpty();
    }

    private TestClock clock() throws StripeException {
        return shop.stripe()
                .testHelpers()
                .testClocks()
                .create(TestClockCreateParams.builder()
                        .setFrozenTime(gateway.now().getEpochSecond())
                        .setName("later")
                        .build());
    }

    private Customer customer(TestClock clock) throws StripeException {
        return shop.stripe()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setTestClock(clock.getId())
                        .build());
    }

    private TestClock advance(TestClock clock, Duration by) throws StripeException {
        return shop.stripe()
                .testHelpers()
                .testClocks()
                .advance(
                        clock.getId(),
                        TestClockAdvanceParams.builder()
                                .setFrozenTime(clock.getFrozenTime() + by.toSeconds())
                                .build());
    }

    private String status(PaymentIntent intent) throws StripeException {
        return shop.stripe().paymentIntents().retrieve(intent.getId()).getStatus();
    }

    @Test
    void onlyWhatLivesInAClocksTimeRunsOutWithIt() throws StripeException {
        TestClock clock = clock();
        Customer later = customer(clock);
        PaymentIntent code =
                shop.create(TestShop.vietQr(5_000).setCustomer(later.getId()).setConfirm(true));
        PaymentIntent held = shop.create(TestShop.phone(6_000, "+84900000002")
                .setCustomer(later.getId())
                .setCaptureMethod(CaptureMethod.MANUAL));
        PaymentIntent other = shop.create(TestShop.vietQr(7_000).setConfirm(true));
        assertThat(held.getStatus()).isEqualTo("requires_capture");

        TestClock day = advance(clock, Duration.ofDays(2));
        assertThat(day.getStatus()).isEqualTo("ready");
        assertThat(status(code)).isEqualTo("canceled");
        assertThat(status(held)).isEqualTo("requires_capture");
        advance(day, Duration.ofDays(20));
        gateway.awaitQuiet();
        assertThat(status(held)).isEqualTo("canceled");
        assertThat(status(other)).isEqualTo("requires_action");
        assertThat(shop.told())
                .contains(
                        "test_helpers.test_clock.created",
                        "test_helpers.test_clock.advancing",
                        "test_helpers.test_clock.ready",
                        "payment_intent.canceled");
        assertThatThrownBy(() -> advance(clock, Duration.ZERO)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aDeletedClockTakesItsCustomersWithIt() throws StripeException {
        TestClock clock = clock();
        Customer later = customer(clock);
        PaymentIntent code =
                shop.create(TestShop.vietQr(5_000).setCustomer(later.getId()).setConfirm(true));
        assertThat(shop.stripe().testHelpers().testClocks().list().getData())
                .extracting(TestClock::getId)
                .containsExactly(clock.getId());

        assertThat(shop.stripe()
                        .testHelpers()
                        .testClocks()
                        .delete(clock.getId())
                        .getDeleted())
                .isTrue();
        assertThat(status(code)).isEqualTo("canceled");
        assertThat(shop.stripe().customers().retrieve(later.getId()).getDeleted())
                .isTrue();
        assertThatThrownBy(() -> shop.stripe().testHelpers().testClocks().retrieve(clock.getId()))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> customer(clock)).isInstanceOf(InvalidRequestException.class);
    }
}
