package io.giaovan.paymentgateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    @Test
    void bracketsNestAndListsKeepTheirOrder() {
        Form form = Form.parse("amount=5&metadata[a.b]=1+2%263&x[1]=b&x[0]=a&y[]=c&y[]=d&p[q][r]=z&empty=");

        assertThat(form.whole("amount")).hasValue(5);
        assertThat(form.child("metadata").text("a.b")).hasValue("1 2&3");
        assertThat(form.list("x")).containsExactly("a", "b");
        assertThat(form.list("y")).containsExactly("c", "d");
        assertThat(form.child("p").child("q").text("r")).hasValue("z");
        assertThat(form.child("p").child("q").nameOf("r")).isEqualTo("p[q][r]");
        assertThat(form.has("empty")).isTrue();
        assertThat(form.text("empty")).isEmpty();
    }

    @Test
    void theOrderOfParametersDoesNotMatterAndTheirBordersDo() {
        assertThat(Form.parse("a=1&b[c]=2").canonical())
                .isEqualTo(Form.parse("b[c]=2&a=1").canonical());
        assertThat(Form.parse("a=1%26b=2").canonical())
                .isNotEqualTo(Form.parse("a=1&b=2").canonical());
    }

    @Test
    void everythingIsAllowedUpToItsLimitAndNotBeyond() {
        String name = "n".repeat(Form.NAME_LENGTH_MAX);
        String value = "v".repeat(Form.VALUE_LENGTH_MAX);
        String many = "a=1&".repeat(Form.PARAMETERS_MAX - 1) + "b=2";

        assertThat(Form.parse(name + "=" + value).text(name)).hasValue(value);
        assertThat(Form.parse(many).text("b")).hasValue("2");
        assertThat(Form.parse("a[b][c][d][e]=1").has("a")).isTrue();
        assertThatThrownBy(() -> Form.parse(name + "n=1")).isInstanceOf(ApiRefusal.class);
        assertThatThrownBy(() -> Form.parse("a=v" + value)).isInstanceOf(ApiRefusal.class);
        assertThatThrownBy(() -> Form.parse(many + "&c=3")).isInstanceOf(ApiRefusal.class);
        assertThatThrownBy(() -> Form.parse("a[b][c][d][e][f]=1")).isInstanceOf(ApiRefusal.class);
        assertThatThrownBy(() -> Form.parse("a=" + "b".repeat(Form.LENGTH_MAX))).isInstanceOf(ApiRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[=1", "a]=1", "[a]=1", "a[b]c=1", "a=1&a[b]=2", "a[b]=2&a=1", "a=%zz"})
    void malformedNamesAreRefused(String text) {
        assertThatThrownBy(() -> Form.parse(text)).isInstanceOf(ApiRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "see 4242 4242 4242 4242.",
                "5555-5555-5555-4444",
                "378282246310005",
                "9704000000000018"
            })
    void cardNumbersAreRefusedWhereverTheyStand(String text) {
        assertThatThrownBy(() -> Form.parse("metadata[note]=" + text.replace(" ", "+")))
                .isInstanceOf(ApiRefusal.class)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("4242", "5555", "3782", "9704"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4242424242424241", "0901234567", "1795485600123", "DH4242424242424242X", "12345678901234567890"
            })
    void otherNumbersAreNot(String text) {
        assertThat(Form.parse("a=" + text).text("a")).hasValue(text);
    }
}
