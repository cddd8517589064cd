package io.giaovan.paymentgateway.rail.vietqr;

import io.giaovan.edge.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The short code that a transfer carries so that its money finds its charge: {@value #PREFIX}, ten characters of
 * Crockford's base 32 and a check character (Luhn modulo 32), which finds every single wrong character. Banks add words
 * before and after it, change its case and put spaces inside.
 *
 * @param value thirteen upper-case characters
 */
public record TransferCode(String value) {
    static final String PREFIX = "GV";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BODY_LENGTH = 10;
    private static final int LENGTH = PREFIX.length() + BODY_LENGTH + 1;

    public TransferCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("transferCode: '" + value + "' is not a transfer code");
        }
    }

    /** The code of a charge; another salt gives another code. */
    static TransferCode of(String chargeId, int salt) {
        byte[] digest = Secrets.sha256((chargeId + "|" + salt).getBytes(StandardCharsets.UTF_8));
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < BODY_LENGTH; i++) {
            body.append(ALPHABET.charAt(digest[i] & 31));
        }
        return new TransferCode(PREFIX + body + checkCharacter(body.toString()));
    }

    /** Every code that can be read out of what a transfer says, at most {@code max}. */
    public static Set<TransferCode> findIn(String content, int max) {
        String text = content.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        Set<TransferCode> found = new LinkedHashSet<>();
        for (int at = text.indexOf(PREFIX); at >= 0 && found.size() < max; at = text.indexOf(PREFIX, at + 1)) {
            if (at + LENGTH <= text.length()) {
                String candidate = PREFIX
                        + text.substring(at + PREFIX.length(), at + LENGTH)
                                .replace('O', '0')
                                .replace('I', '1')
                                .replace('L', '1');
                if (isWellFormed(candidate)) {
                    found.add(new TransferCode(candidate));
                }
            }
        }
        return found;
    }

    private static boolean isWellFormed(String text) {
        return text.length() == LENGTH
                && text.startsWith(PREFIX)
                && text.chars().skip(PREFIX.length()).allMatch(character -> ALPHABET.indexOf(character) >= 0)
                && text.charAt(LENGTH - 1) == checkCharacter(text.substring(PREFIX.length(), LENGTH - 1));
    }

    private static char checkCharacter(String body) {
        int sum = 0;
        int factor = 2;
        for (int i = body.length() - 1; i >= 0; i--) {
            int addend = factor * ALPHABET.indexOf(body.charAt(i));
            sum += addend / 32 + addend % 32;
            factor = factor == 2 ? 1 : 2;
        }
        return ALPHABET.charAt((32 - sum % 32) % 32);
    }

    @Override
    public String toString() {
        return value;
    }
}
