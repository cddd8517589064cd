package io.giaovan.paymentgateway.rail;

import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.access.Secrets;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals phone numbers with AES-GCM under a key derived from the house's key, with a blind index to find equal numbers
 * without opening them. Safe for concurrent use.
 */
@Singleton
public final class PhoneVault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");

    private final SecretKeySpec key;
    private final String indexKey;
    private final SecureRandom random = new SecureRandom();

    public PhoneVault(HouseSettings house) {
        this.key = new SecretKeySpec(Secrets.sha256(("phones|" + house.key()).getBytes(StandardCharsets.UTF_8)), "AES");
        this.indexKey = Secrets.digest("phone-index|" + house.key());
    }

    /**
     * Seals a number.
     *
     * @param phone E.164; {@code 0} and nine digits is taken as Vietnamese
     */
    public SealedPhone seal(String phone) {
        String number = normalised(phone);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, number.getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return new SealedPhone(
                Base64.getEncoder().encodeToString(all),
                HexFormat.of().formatHex(Secrets.hmacSha256(indexKey, number.getBytes(StandardCharsets.UTF_8)), 0, 16),
                number.substring(0, 3) + "•••••" + number.substring(number.length() - 3));
    }

    /** The number in the clear, for the call to the provider only. */
    public String open(SealedPhone phone) {
        byte[] all = Base64.getDecoder().decode(phone.sealed());
        byte[] nonce = java.util.Arrays.copyOf(all, NONCE_BYTES);
        return new String(
                run(Cipher.DECRYPT_MODE, nonce, java.util.Arrays.copyOfRange(all, NONCE_BYTES, all.length)),
                StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a phone number cannot be sealed or opened with this house's key", broken);
        }
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
