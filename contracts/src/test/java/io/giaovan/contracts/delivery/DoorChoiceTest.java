package io.giaovan.contracts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoorChoiceTest {
    private static final DoorChoice CHOICE = new DoorChoice(
            List.of(
                    new OrderLine("tea", "Trà sen", 2, Money.vnd(30_000)),
                    new OrderLine("cup", "Cốc", 1, Money.vnd(10_000))),
            Money.vnd(15_000),
            Money.vnd(20_000));

    @Test
    void whatIsKeptIsPaidWithTheDeliveryAndTheFeeForHandingBack() {
        PartAccepted part = CHOICE.keeping(List.of(new KeptItem(1, 1))).orElseThrow();

        assertThat(part.due()).isEqualTo(Money.vnd(30_000 + 15_000 + 20_000));
        assertThat(part.kept()).containsExactly(new KeptItem(1, 1), new KeptItem(2, 0));
    }

    @Test
    void keepingLessNeverCostsMoreThanKeepingAll() {
        assertThat(CHOICE.keeping(List.of(new KeptItem(1, 2))).orElseThrow().due())
                .isEqualTo(CHOICE.dueForAll())
                .isEqualTo(Money.vnd(85_000));
    }

    @Test
    void keepingAllIsNoPart() {
        assertThat(CHOICE.keeping(List.of(new KeptItem(2, 1), new KeptItem(1, 2))))
                .isEmpty();
    }

    @Test
    void nothingMoreThanInTheParcelAndNotNothing() {
        assertRefused(List.of(), "REFUSED");
        assertRefused(List.of(new KeptItem(1, 0)), "REFUSED");
        assertRefused(List.of(new KeptItem(3, 1)), "2 lines");
        assertRefused(List.of(new KeptItem(2, 2)), "1 pieces");
        assertRefused(List.of(new KeptItem(2, 1), new KeptItem(2, 1)), "twice");
    }

    private static void assertRefused(List<KeptItem> kept, String detail) {
        assertThatThrownBy(() -> CHOICE.keeping(kept))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(detail);
    }
}
