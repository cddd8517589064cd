package io.giaovan.contracts.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {
    private static final String PHONE = "+84905123456";

    @ParameterizedTest
    @ValueSource(strings = {PHONE, "0905123456", "0905 123 456", "(0905) 123-456", "+84 905.123.456"})
    void theSameNumberIsKeptInOneForm(String typed) {
        assertThat(new Contact("Nguyễn Văn An", typed).phone()).isEqualTo(PHONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "905123456", "090512345", "09051234567", "+0905123456", "+8490512x456", "84905123456"})
    void whatIsNoNumberIsRefusedWithoutBeingRepeated(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contact("Nguyễn Văn An", typed))
                .withMessage("contact.phone: is not a phone number; give +84 and nine digits, or 0 and nine digits");
    }

    @Test
    void foreignNumbersHaveEightToFifteenDigits() {
        assertThat(new Contact("An", "+12345678").phone()).isEqualTo("+12345678");
        assertThat(new Contact("An", "+123456789012345").phone()).hasSize(16);
        assertThatIllegalArgumentException().isThrownBy(() -> new Contact("An", "+1234567"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Contact("An", "+1234567890123456"));
    }

    @Test
    void aNameHasOneCharacterToTheLimit() {
        String longest = "x".repeat(Contact.NAME_LENGTH_MAX);

        assertThat(new Contact(longest, PHONE).name()).isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contact(longest + "x", PHONE))
                .withMessage("contact.name: has 121 characters, allowed are 1 to 120");
        assertThatIllegalArgumentException().isThrownBy(() -> new Contact(" ", PHONE));
    }

    @Test
    void aMaskedNumberCannotBeCalled() {
        assertThat(new Contact("An", PHONE).maskedPhone()).isEqualTo("+84•••••456");
    }

    @Test
    void aPrintedContactShowsNothing() {
        assertThat(new Contact("Nguyễn Văn An", PHONE)).hasToString("Contact[hidden]");
    }
}
