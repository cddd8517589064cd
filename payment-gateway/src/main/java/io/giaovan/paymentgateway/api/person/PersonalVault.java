package io.giaovan.paymentgateway.api.person;

import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.access.Sealing;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.ApiJson;
import io.giaovan.paymentgateway.api.ApiObject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Seals personal data for the store. Safe for concurrent use. */
@Singleton
public final class PersonalVault {
    private static final int INDEX_BYTES = 16;

    private final Sealing sealing;
    private final String indexKey;
    private final ApiJson json;

    PersonalVault(HouseSettings house, ApiJson json) {
        this.sealing = new Sealing("personal", house.key());
        this.indexKey = Secrets.digest("personal-index|" + house.key());
        this.json = json;
    }

    public String seal(Personal personal) {
        return sealing.seal(json.write(new ApiObject()
                .put("name", personal.name())
                .put("email", personal.email())
                .put("phone", personal.phone())
                .put("address", personal.address())
                .toMap()));
    }

    public Personal open(@Nullable String sealed) {
        if (sealed == null) {
            return Personal.NOBODY;
        }
        Map<String, Object> fields = json.read(sealing.open(sealed));
        Map<String, String> address = new TreeMap<>();
        if (fields.get("address") instanceof Map<?, ?> lines) {
            lines.forEach((name, line) -> address.put(String.valueOf(name), String.valueOf(line)));
        }
        return new Personal(text(fields.get("name")), text(fields.get("email")), text(fields.get("phone")), address);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Equal for equal e-mail addresses in any case; tells nothing else. Null for none. */
    public @Nullable String indexOfEmail(@Nullable String email) {
        return email == null
                ? null
                : HexFormat.of()
                        .formatHex(
                                Secrets.hmacSha256(
                                        indexKey, email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)),
                                0,
                                INDEX_BYTES);
    }
}
