package io.giaovan.orderservice.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ParcelCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private final Random random = new Random(7);

    @Test
    void everyWrongCharacterIsFound() {
        for (int round = 0; round < 20; round++) {
            String code = ParcelCode.random(random).value();
            for (int place = 2; place < code.length(); place++) {
                for (char wrong : ALPHABET.toCharArray()) {
                    if (wrong != code.charAt(place)) {
                        String spoilt = code.substring(0, place) + wrong + code.substring(place + 1);

                        assertThatThrownBy(() -> new ParcelCode(spoilt)).hasMessageStartingWith("parcelCode: ");
                    }
                }
            }
        }
    }

    @Test
    void everySwapOfTwoCharactersIsFound() {
        for (int round = 0; round < 50; round++) {
            String code = ParcelCode.random(random).value();
            for (int one = 2; one < code.length(); one++) {
                for (int other = one + 1; other < code.length(); other++) {
                    char[] swapped = code.toCharArray();
                    swapped[one] = code.charAt(other);
                    swapped[other] = code.charAt(one);
                    if (code.charAt(one) != code.charAt(other)) {
                        assertThatThrownBy(() -> new ParcelCode(new String(swapped)))
                                .isInstanceOf(IllegalArgumentException.class);
                    }
                }
            }
        }
    }

    @Test
    void aCodeIsReadAsPeopleTypeIt() {
        ParcelCode code = ParcelCode.random(random);

        assertThat(ParcelCode.typed(
                        " " + code.spaced().toLowerCase(java.util.Locale.ROOT).replace('0', 'o')))
                .isEqualTo(code);
    }

    @Test
    void otherTextIsRefused() {
        for (String text : new String[] {"", "GV", "GV123456789", "XX0000000000", "GV00000000000", "GVOOOOOOOOOO"}) {
            assertThatThrownBy(() -> new ParcelCode(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
