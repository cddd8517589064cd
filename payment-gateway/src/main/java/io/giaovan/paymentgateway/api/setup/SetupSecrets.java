package io.giaovan.paymentgateway.api.setup;

import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.access.Secrets;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The secret that lets a buyer's page see and confirm a setup intent: derived from its id, so that none is stored. */
@Singleton
public final class SetupSecrets {
    private static final int BYTES = 16;

    private final String key;

    SetupSecrets(HouseSettings house) {
        this.key = Secrets.digest("setup-secrets|" + house.key());
    }

    String of(String id) {
        byte[] mac = Secrets.hmacSha256(key, id.getBytes(StandardCharsets.UTF_8));
        return id + "_secret_" + HexFormat.of().formatHex(mac, 0, BYTES);
    }

    public boolean fits(String id, String secret) {
        return Secrets.same(of(id), secret);
    }
}
