package io.giaovan.orderservice.settlement.seller;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.edge.page.Language;
import io.giaovan.orderservice.settlement.booking.AccountKey;
import io.giaovan.orderservice.settlement.booking.LineKind;
import io.giaovan.orderservice.settlement.booking.Reason;
import io.giaovan.orderservice.settlement.booking.StatementLine;
import io.giaovan.orderservice.settlement.statement.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementCsvTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "=1+1~'=1+1",
                "+84~'+84",
                "-5~'-5",
                "@SUM(A1)~'@SUM(A1)",
                "plain~plain",
                "a,b~\"a,b\"",
                "say \"hi\"~\"say \"\"hi\"\"\"",
                "=cmd|' /C calc'!A0,x~\"'=cmd|' /C calc'!A0,x\""
            },
            quoteCharacter = '`')
    void whatLooksLikeAFormulaIsText(String text, String cell) {
        assertThat(StatementCsv.cell(text)).isEqualTo(cell);
    }

    @Test
    void amountsStayNumbersAndReasonsSpeakTheReadersLanguage() {
        AccountKey key = new AccountKey(new MerchantId("m1"), Money.VND);
        Statement statement = Statement.open(key, LocalDate.of(2026, 11, 24), List.of(), null);
        StatementLine line = new StatementLine(
                new OrderId("-o_1"),
                LineKind.DELIVERY_FEE,
                Money.vnd(-15_000),
                new Reason("Phí giao, 500 g", "Delivery"));

        assertThat(StatementCsv.of(statement, List.of(line), Language.VI))
                .isEqualTo("\uFEFFstatement,day,order,kind,reason,amount,currency\r\n" + statement.id()
                        + ",2026-11-24,'-o_1,DELIVERY_FEE,\"Phí giao, 500 g\",-15000,VND\r\n");
        assertThat(StatementCsv.of(statement, List.of(line), Language.EN)).contains(",Delivery,-15000,VND");
    }
}
