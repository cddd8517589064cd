package io.giaovan.orderservice.packing;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The code on a parcel's label: {@code GV}, nine random characters and one check character, for instance
 * {@code GV7K2M9Q4XDT}. The characters are Crockford's base 32 (no I, L, O, U). The check character is the remainder of
 * a polynomial over the field of 32 elements, so it finds every wrong character and every swap of two characters.
 *
 * @param value twelve upper-case characters with a right check character
 */
public record ParcelCode(String value) {
    public static final String PREFIX = "GV";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 9;
    private static final int LENGTH = PREFIX.length() + RANDOM_CHARACTERS + 1;
    /** x⁵ + x² + 1, which cannot be split over two elements. */
    private static final int POLYNOMIAL = 0b100101;

    public ParcelCode {
        if (value.length() != LENGTH || !value.startsWith(PREFIX) || remainder(value.substring(PREFIX.length())) != 0) {
            throw new IllegalArgumentException(
                    "parcelCode: is not " + PREFIX + " and " + (RANDOM_CHARACTERS + 1) + " characters that check out");
        }
    }

    /** A new code of 45 random bits; keep it under a unique key. Pass a {@link java.security.SecureRandom}. */
    public static ParcelCode random(RandomGenerator random) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ParcelCode(PREFIX + body + ALPHABET.charAt(remainder(body)));
    }

    /** Reads a code as a person types or a scanner sends it: any case, blanks and hyphens, O for 0, I and L for 1. */
    public static ParcelCode typed(String text) {
        return new ParcelCode(text.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    /** In groups that can be read aloud. */
    public String spaced() {
        return value.substring(0, 4) + " " + value.substring(4, 8) + " " + value.substring(8);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Zero when the last character checks the others, −1 when a character is none of ours. */
    private static int remainder(CharSequence characters) {
        int remainder = 0;
        for (int i = 0; i < characters.length(); i++) {
            int digit = ALPHABET.indexOf(characters.charAt(i));
            if (digit < 0) {
                return -1;
            }
            remainder = doubled(remainder ^ digit);
        }
        return remainder;
    }

    private static int doubled(int element) {
        int shifted = element << 1;
        return (shifted & 0b100000) == 0 ? shifted : shifted ^ POLYNOMIAL;
    }
}
