package io.giaovan.orderservice.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.orderservice.order.Outcome;
import io.giaovan.orderservice.settlement.statement.StatementEvent.PayoutFailed;
import io.giaovan.orderservice.settlement.statement.StatementEvent.PayoutPaid;
import io.giaovan.orderservice.settlement.statement.StatementEvent.PayoutUnderWay;
import io.giaovan.orderservice.settlement.statement.StatementEvent.RequestRefused;
import io.giaovan.orderservice.settlement.statement.StatementState.CarriedOver;
import io.giaovan.orderservice.settlement.statement.StatementState.Closed;
import io.giaovan.orderservice.settlement.statement.StatementState.Open;
import io.giaovan.orderservice.settlement.statement.StatementState.Paid;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementLifeTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Closed FIRST = new Closed(1, null, null, null);

    @Test
    void aRefusedRequestStaysDueUnderTheSameKey() {
        assertThat(StatementLife.on(FIRST, new RequestRefused(1, "PAYMENT_REFUSED")))
                .isEqualTo(new Outcome.Moved<>(new Closed(1, null, "PAYMENT_REFUSED", null)));
    }

    @Test
    void aPayoutThatTheBankRefusedIsBegunAnewLater() {
        Closed asked = new Closed(1, "po_1", null, null);

        assertThat(StatementLife.on(asked, new PayoutFailed(1, NOW)))
                .isEqualTo(new Outcome.Moved<>(new Closed(2, null, "PAYOUT_FAILED", NOW)));
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    void newsOfAnotherAttemptChangesNothing(int attempt) {
        Closed second = new Closed(2, null, "PAYOUT_FAILED", NOW);

        assertThat(StatementLife.on(second, new PayoutFailed(attempt, NOW))).isEqualTo(new Outcome.Unchanged<>());
        assertThat(StatementLife.on(second, new PayoutUnderWay(attempt, "po_9")))
                .isEqualTo(new Outcome.Unchanged<>());
        assertThat(StatementLife.on(second, new RequestRefused(attempt, "X"))).isEqualTo(new Outcome.Unchanged<>());
    }

    @Test
    void whatIsPaidStaysPaid() {
        Paid paid = new Paid("po_1", NOW);

        assertThat(StatementLife.on(paid, new PayoutPaid(1, "po_1", NOW.plusSeconds(9))))
                .isEqualTo(new Outcome.Unchanged<>());
        assertThat(StatementLife.on(paid, new PayoutUnderWay(1, "po_1"))).isEqualTo(new Outcome.Unchanged<>());
        assertThat(StatementLife.on(paid, new PayoutFailed(1, NOW))).isEqualTo(new Outcome.Unchanged<>());
        assertThat(StatementLife.on(paid, new PayoutPaid(2, "po_2", NOW)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.OUT_OF_SEQUENCE));
    }

    @Test
    void neitherAnOpenNorACarriedStatementIsPaid() {
        assertThat(StatementLife.on(new Open(), new PayoutPaid(1, "po_1", NOW))).isInstanceOf(Outcome.Refused.class);
        assertThat(StatementLife.on(new CarriedOver(), new PayoutPaid(1, "po_1", NOW)))
                .isInstanceOf(Outcome.Refused.class);
    }
}
