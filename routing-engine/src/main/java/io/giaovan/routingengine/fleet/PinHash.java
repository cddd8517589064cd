package io.giaovan.routingengine.fleet;

import io.giaovan.edge.access.Secrets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Keeps pins as {@code iterations:salt:hash} (PBKDF2 with HMAC-SHA-256, 16 bytes of salt). A pin has so few possibilities
 * that the hash only slows a thief down; the limit on tries is what protects it.
 */
final class PinHash {
    private static final int ITERATIONS = 50_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private PinHash() {}

    static String of(String pin, RandomGenerator random) {
        if (!pin.matches("[0-9]{4,8}")) {
            throw new IllegalArgumentException("pin: is not 4 to 8 digits");
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String saltHex = HexFormat.of().formatHex(salt);
        return ITERATIONS + ":" + saltHex + ":" + hash(pin, saltHex, ITERATIONS);
    }

    static boolean matches(String pin, String stored) {
        String[] parts = stored.split(":", -1);
        return Secrets.same(hash(pin, parts[1], Integer.parseInt(parts[0])), parts[2]);
    }

    private static String hash(String pin, String saltHex, int iterations) {
        try {
            PBEKeySpec spec =
                    new PBEKeySpec(pin.toCharArray(), HexFormat.of().parseHex(saltHex), iterations, HASH_BITS);
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", impossible);
        }
    }
}
