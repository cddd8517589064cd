package io.giaovan.paymentgateway.api.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.search.SearchFields.Kind;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
    private static final SearchFields FIELDS = new SearchFields(
            Map.of("status", Kind.WORD, "amount", Kind.NUMBER, "email", Kind.TEXT, "refunded", Kind.FLAG));
    private static final Map<String, Object> OBJECT = Map.of(
            "status",
            "succeeded",
            "amount",
            250_000L,
            "email",
            "Hoa@Example.vn",
            "refunded",
            false,
            "metadata",
            Map.of("order_id", "DH-1", "it's", "a \"quote\""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status:'succeeded'",
                "status:\"Succeeded\"",
                "-status:'canceled'",
                "amount>249999",
                "amount>=250000 AND amount<=250000",
                "amount:250000",
                "amount>'1'",
                "email~'example'",
                "email:'hoa@example.vn'",
                "refunded:'false'",
                "refunded:false",
                "metadata['order_id']:'DH-1'",
                "metadata[\"it's\"]:'a \"quote\"'",
                "metadata['order_id']~'H-1'",
                "metadata['none']:null",
                "-metadata['order_id']:null",
                "status:'canceled' OR amount:250000",
                "status:'succeeded' amount>1",
                "status:'succeeded' and  amount>1",
            })
    void whatFitsIsFound(String query) {
        assertThat(SearchQuery.parse(query, FIELDS).fits(OBJECT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status:'canceled'",
                "amount>250000",
                "email:'example'",
                "-refunded:'false'",
                "metadata['order_id']:'DH-2'",
                "metadata['none']:'x'",
                "status:'succeeded' AND amount<1",
            })
    void whatDoesNotFitIsNot(String query) {
        assertThat(SearchQuery.parse(query, FIELDS).fits(OBJECT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "status",
                "status:'x",
                "status~'succ'",
                "status>'x'",
                "colour:'red'",
                "email~'ab'",
                "amount>'x'",
                "amount~'123'",
                "amount>null",
                "metadata:'x'",
                "status['x']:'y'",
                "refunded:'maybe'",
                "status:'a' AND status:'b' OR status:'c'",
                "status:'a' AND",
                "status:'a')",
                "status:'a'status:'b'",
            })
    void whatCannotBeReadIsRefused(String query) {
        assertThatThrownBy(() -> SearchQuery.parse(query, FIELDS)).isInstanceOf(ApiRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {SearchQuery.CLAUSES_MAX, SearchQuery.CLAUSES_MAX + 1})
    void thereAreAtMostTenClauses(int count) {
        String query = "status:'succeeded' ".repeat(count).strip();

        if (count <= SearchQuery.CLAUSES_MAX) {
            assertThat(SearchQuery.parse(query, FIELDS).fits(OBJECT)).isTrue();
        } else {
            assertThatThrownBy(() -> SearchQuery.parse(query, FIELDS)).hasMessageContaining("clauses");
        }
    }
}
