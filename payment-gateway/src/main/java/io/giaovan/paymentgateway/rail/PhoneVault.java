package io.giaovan.paymentgateway.rail;

import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.access.Sealing;
import io.giaovan.edge.access.Secrets;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Seals phone numbers with AES-GCM under a key derived from the house's key, with a blind index to find equal numbers
 * without opening them. Safe for concurrent use.
 */
@Singleton
public final class PhoneVault {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");

    private final Sealing sealing;
    private final String indexKey;

    public PhoneVault(HouseSettings house) {
        this.sealing = new Sealing("phones", house.key());
        this.indexKey = Secrets.digest("phone-index|" + house.key());
    }

    /**
     * Seals a number.
     *
     * @param phone E.164; {@code 0} and nine digits is taken as Vietnamese
     */
    public SealedPhone seal(String phone) {
        String number = normalised(phone);
        return new SealedPhone(
                sealing.seal(number),
                HexFormat.of().formatHex(Secrets.hmacSha256(indexKey, number.getBytes(StandardCharsets.UTF_8)), 0, 16),
                number.substring(0, 3) + "•••••" + number.substring(number.length() - 3));
    }

    /** The number in the clear, for the call to the provider only. */
    public String open(SealedPhone phone) {
        return sealing.open(phone.sealed());
    }

    /** A number as E.164; {@code 0} and nine digits is taken as Vietnamese. */
    public static String normalised(String phone) {
        String digits = phone.replaceAll("[ .()-]", "");
        String international = digits.matches("0[0-9]{9}") ? "+84" + digits.substring(1) : digits;
        if (!E164.matcher(international).matches()) {
            throw new IllegalArgumentException(
                    "phone: is not a phone number; give +84 and nine digits, or 0 and nine digits");
        }
        return international;
    }
}
