package io.giaovan.contracts.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AddressTest {
    private static final String LONGEST = "x".repeat(Address.LINE_LENGTH_MAX);

    @Test
    void aLineMayBeAsLongAsTheLimitAndNoLonger() {
        assertThat(address(LONGEST, "VN").line()).hasSize(Address.LINE_LENGTH_MAX);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> address(LONGEST + "x", "VN"))
                .withMessageStartingWith("address.line: has 251 characters");
    }

    @Test
    void aBlankLineIsRefused() {
        for (String blank : new String[] {"", " ", "\t"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> address(blank, "VN"))
                    .withMessageStartingWith("address.line: has ");
        }
    }

    @Test
    void wardAndProvinceHaveTheSameLimitAndMayBeEmpty() {
        assertThat(new Address("12 Lê Lợi", "", "", "VN", null).ward()).isEmpty();
        assertThat(new Address("12 Lê Lợi", LONGEST, LONGEST, "VN", null).province())
                .hasSize(Address.LINE_LENGTH_MAX);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Address("12 Lê Lợi", LONGEST + "x", "Đà Nẵng", "VN", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Address("12 Lê Lợi", "Hải Châu", LONGEST + "x", "VN", null));
    }

    @Test
    void aCountryIsTwoCapitals() {
        for (String wrong : new String[] {"", "V", "vn", "VNM"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> address("12 Lê Lợi", wrong))
                    .withMessage("address.country: '" + wrong + "' is not a two-letter country code");
        }
    }

    @Test
    void findingThePointChangesNothingElse() {
        GeoPoint found = new GeoPoint(16.07, 108.22);

        assertThat(address("12 Lê Lợi", "VN").at(found))
                .isEqualTo(new Address("12 Lê Lợi", "Hải Châu", "Đà Nẵng", "VN", found));
    }

    @Test
    void aPrintedAddressShowsNothing() {
        assertThat(address("12 Lê Lợi", "VN").at(new GeoPoint(16.07, 108.22))).hasToString("Address[hidden]");
    }

    private static Address address(String line, String country) {
        return new Address(line, "Hải Châu", "Đà Nẵng", country, null);
    }
}
