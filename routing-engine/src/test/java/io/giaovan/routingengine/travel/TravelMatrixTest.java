package io.giaovan.routingengine.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TravelMatrixTest {
    @Test
    void entriesStandRowByRow() {
        TravelMatrix matrix = new TravelMatrix(2, new int[] {0, 10, 20, 0}, new int[] {0, 100, 200, 0});

        assertThat(matrix.seconds(0, 1)).isEqualTo(10);
        assertThat(matrix.seconds(1, 0)).isEqualTo(20);
        assertThat(matrix.metres(1, 0)).isEqualTo(200);
    }

    @Test
    void aShortArrayIsRefusedWithTheLengthNeeded() {
        assertThatThrownBy(() -> new TravelMatrix(2, new int[3], new int[4]))
                .hasMessageContaining("matrix.seconds: has 3 entries, 2 points need 4");
        assertThatThrownBy(() -> new TravelMatrix(2, new int[4], new int[5]))
                .hasMessageContaining("matrix.metres: has 5 entries");
        assertThatThrownBy(() -> new TravelMatrix(-1, new int[1], new int[1])).hasMessageContaining("matrix.size: -1");
    }
}
