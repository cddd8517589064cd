package io.giaovan.paymentgateway.cod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84", "-1", "@SUM(A1)", "\tx"})
    void whatASpreadsheetWouldRunIsMadeText(String cell) {
        assertThat(CsvText.cell(cell)).startsWith("'");
    }

    @Test
    void cellsWithSeparatorsAreQuotedAndOthersStayAsTheyAre() {
        assertThat(new CsvText().row("a", "b,c", "d\"e", "250000").toString())
                .isEqualTo("a,\"b,c\",\"d\"\"e\",250000\r\n");
        assertThat(CsvText.cell("=a,b")).isEqualTo("\"'=a,b\"");
    }
}
