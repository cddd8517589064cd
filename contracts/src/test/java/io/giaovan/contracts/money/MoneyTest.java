package io.giaovan.contracts.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final int SPLITS_PER_SEED = 500;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 20_261_124})
    void splittingThenAddingGivesTheOriginal(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < SPLITS_PER_SEED; round++) {
            Money whole = Money.vnd(random.nextLong(-5_000_000, 5_000_000));
            List<Long> weights = weights(random);

            List<Money> parts = whole.split(weights);

            assertThat(parts.stream().reduce(Money.zero(Money.VND), Money::plus))
                    .as("seed %d: %s by %s", seed, whole, weights)
                    .isEqualTo(whole);
            assertThat(parts).as("seed %d: parts of %s", seed, weights).hasSameSizeAs(weights);
            for (int i = 0; i < parts.size(); i++) {
                long part = parts.get(i).amount();
                if (weights.get(i) == 0) {
                    assertThat(part)
                            .as("seed %d: nothing falls to a weight of 0 in %s", seed, weights)
                            .isZero();
                } else {
                    assertThat((double) part)
                            .as("seed %d: part %d of %s by %s", seed, i, whole, weights)
                            .isBetween(share(whole, weights, i) - 1, share(whole, weights, i) + 1);
                }
            }
        }
    }

    private static List<Long> weights(Random random) {
        List<Long> weights = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            weights.add(random.nextLong(4) == 0 ? 0L : random.nextLong(1, 10_000));
        }
        weights.set(random.nextInt(weights.size()), random.nextLong(1, 10_000));
        return weights;
    }

    private static double share(Money whole, List<Long> weights, int index) {
        double total = weights.stream().mapToLong(Long::longValue).sum();
        return whole.amount() * (weights.get(index) / total);
    }

    @Test
    void whatDoesNotDivideGoesToTheFirstParts() {
        assertThat(Money.vnd(100).split(List.of(1L, 1L, 1L)))
                .containsExactly(Money.vnd(34), Money.vnd(33), Money.vnd(33));
        assertThat(Money.vnd(-100).split(List.of(0L, 1L, 1L, 1L)))
                .containsExactly(Money.vnd(0), Money.vnd(-34), Money.vnd(-33), Money.vnd(-33));
    }

    @Test
    void weightsMustHaveAPositiveSumAndNoneBelowZero() {
        for (List<Long> wrong : List.of(List.<Long>of(), List.of(0L, 0L), List.of(3L, -1L))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Money.vnd(10).split(wrong))
                    .withMessage("weights: " + wrong + " must be non-negative with a positive sum");
        }
    }

    @Test
    void theLimitIsTakenFromEitherSideAndOneMoreIsRefused() {
        assertThat(Money.vnd(Money.AMOUNT_MAX).amount()).isEqualTo(1_000_000_000_000_000L);
        assertThat(Money.vnd(-Money.AMOUNT_MAX).isNegative()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.vnd(Money.AMOUNT_MAX + 1))
                .withMessageContaining("amount: 1000000000000001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.vnd(-Money.AMOUNT_MAX - 1))
                .withMessageContaining("amount: -1000000000000001");
    }

    @Test
    void sumsAndProductsBeyondTheLimitAreRefusedAndNeverWrapAround() {
        Money most = Money.vnd(Money.AMOUNT_MAX);

        assertThatIllegalArgumentException().isThrownBy(() -> most.plus(Money.vnd(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> most.negated().minus(Money.vnd(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> most.times(2));
        assertThatThrownBy(() -> most.times(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void currenciesAreKnownAndNeverMixed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(1, "DONG"))
                .withMessage("currency: 'DONG' is not an ISO 4217 code");
        Money dong = Money.vnd(1);
        Money dollar = new Money(1, "USD");
        assertThatIllegalArgumentException().isThrownBy(() -> dong.plus(dollar));
        assertThatIllegalArgumentException().isThrownBy(() -> dong.minus(dollar));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dong.compareTo(dollar))
                .withMessage("currency: USD cannot be combined with VND");
    }
}
