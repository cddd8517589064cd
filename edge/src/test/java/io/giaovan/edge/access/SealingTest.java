package io.giaovan.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealingTest {
    private final Sealing sealing = new Sealing("tests", "0123456789abcdef");

    @Test
    void whatIsSealedOpensAgainAndTellsNothing() {
        String sealed = sealing.seal("Hoa, 12 Hàng Bạc");

        assertThat(sealing.open(sealed)).isEqualTo("Hoa, 12 Hàng Bạc");
        assertThat(sealed).doesNotContain("Hoa").isNotEqualTo(sealing.seal("Hoa, 12 Hàng Bạc"));
    }

    @Test
    void anotherPurposeOpensNothing() {
        String sealed = sealing.seal("x");

        assertThatThrownBy(() -> new Sealing("other", "0123456789abcdef").open(sealed))
                .isInstanceOf(IllegalStateException.class);
    }
}
