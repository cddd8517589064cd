package io.giaovan.paymentgateway.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like a payment card's number: 13 to 19 digits, perhaps in groups, that begin as an issuer's numbers
 * do and end with the right check digit (ISO/IEC 7812).
 */
final class CardNumbers {
    private static final Pattern DIGITS = Pattern.compile("(?<![0-9A-Za-z])[0-9](?:[ -]?[0-9]){12,18}(?![0-9A-Za-z])");
    /** Visa, Mastercard, American Express, Diners, Discover, JCB, UnionPay, and Vietnam's NAPAS. */
    private static final Pattern ISSUER =
            Pattern.compile("(4|5[1-5]|2(22[1-9]|2[3-9]|[3-6]|7[01]|720)|3[4-9]|6[0245]|9704).*");

    private CardNumbers() {}

    static boolean isIn(String text) {
        Matcher matcher = DIGITS.matcher(text);
        while (matcher.find()) {
            String digits = matcher.group().replaceAll("[ -]", "");
            if (ISSUER.matcher(digits).matches() && checkDigitFits(digits)) {
                return true;
            }
        }
        return false;
    }

    private static boolean checkDigitFits(String digits) {
        int sum = 0;
        for (int fromEnd = 0; fromEnd < digits.length(); fromEnd++) {
            int digit = digits.charAt(digits.length() - 1 - fromEnd) - '0';
            int weighed = fromEnd % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
