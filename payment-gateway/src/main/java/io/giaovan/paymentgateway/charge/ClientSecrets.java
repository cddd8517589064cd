package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.access.Secrets;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The secret that lets a buyer see his own charge: derived from the charge's id, so that none is stored. */
@Singleton
public final class ClientSecrets {
    private static final int BYTES = 16;

    private final String key;

    ClientSecrets(HouseSettings house) {
        this.key = Secrets.digest("client-secrets|" + house.key());
    }

    public String of(ChargeId id) {
        byte[] mac = Secrets.hmacSha256(key, id.value().getBytes(StandardCharsets.UTF_8));
        return id + "_secret_" + HexFormat.of().formatHex(mac, 0, BYTES);
    }

    public boolean fits(ChargeId id, String secret) {
        return Secrets.same(of(id), secret);
    }
}
