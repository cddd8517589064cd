package io.giaovan.contracts.place;

import java.util.regex.Pattern;

/**
 * Whom to ask for at the door. Personal data: never write one to a log.
 *
 * @param name 1 to {@value #NAME_LENGTH_MAX} characters
 * @param phone E.164 with a plus sign; a national number of the form {@code 0xxxxxxxxx} is taken as Vietnamese
 */
public record Contact(String name, String phone) {
    public static final int NAME_LENGTH_MAX = 120;
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");

    public Contact {
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "contact.name: has " + name.length() + " characters, allowed are 1 to " + NAME_LENGTH_MAX);
        }
        phone = normalised(phone);
    }

    /** The number with its middle hidden: enough to recognise, not enough to call. */
    public String maskedPhone() {
        return phone.substring(0, 3) + "•••••" + phone.substring(phone.length() - 3);
    }

    /** Keeps name and number out of logs. */
    @Override
    public String toString() {
        return "Contact[hidden]";
    }

    private static String normalised(String phone) {
        String digits = phone.replaceAll("[ .()-]", "");
        String international = digits.matches("0[0-9]{9}") ? "+84" + digits.substring(1) : digits;
        if (!E164.matcher(international).matches()) {
            throw new IllegalArgumentException(
                    "contact.phone: is not a phone number; give +84 and nine digits, or 0 and nine digits");
        }
        return international;
    }
}
