package io.giaovan.paymentgateway.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WalkTest {
    private static final int SIZE = 1_000;

    /** Numbers from the greatest to 0; the id of a number is itself. */
    private static Sliced<Integer> numbers(Slice slice, int size) {
        String after = slice.startingAfter();
        String before = slice.endingBefore();
        if (before != null) {
            int from = Integer.parseInt(before) + 1;
            int until = Math.min(size, from + slice.limit());
            return new Sliced<>(IntStream.range(from, until).boxed().toList().reversed(), until < size);
        }
        int from = after == null ? size - 1 : Integer.parseInt(after) - 1;
        int until = Math.max(-1, from - slice.limit());
        return new Sliced<>(
                IntStream.iterate(from, number -> number > until, number -> number - 1)
                        .boxed()
                        .toList(),
                until >= 0);
    }

    private static Walk<Integer> walk(Slice asked, int every) {
        return Walk.along(slice -> numbers(slice, SIZE), asked, String::valueOf, number -> number % every == 0);
    }

    @Test
    void aWalkGoesOnWhereTheLastOneEnded() {
        Walk<Integer> first = walk(Slice.newest(3), 150);
        Walk<Integer> rest = walk(new Slice(first.reached(), null, 10, null, null), 150);

        assertThat(first.items()).containsExactly(900, 750, 600);
        assertThat(first.more()).isTrue();
        assertThat(rest.items()).containsExactly(450, 300, 150, 0);
        assertThat(rest.more()).isFalse();
    }

    @Test
    void aWalkBackwardsPicksTheNearest() {
        Walk<Integer> walk = walk(new Slice(null, "300", 2, null, null), 150);

        assertThat(walk.items()).containsExactly(600, 450);
        assertThat(walk.more()).isTrue();
        assertThat(walk(new Slice(null, "700", 3, null, null), 150).more()).isFalse();
    }

    @Test
    void aWalkEndsAtItsLimit() {
        Walk<Integer> walk = Walk.along(
                slice -> numbers(slice, 2 * Walk.LOOKED_AT_MAX), Slice.newest(1), String::valueOf, _ -> false);

        assertThat(walk.items()).isEqualTo(List.of());
        assertThat(walk.wentFar()).isTrue();
        assertThat(walk.reached()).isEqualTo(String.valueOf(Walk.LOOKED_AT_MAX));
    }
}
