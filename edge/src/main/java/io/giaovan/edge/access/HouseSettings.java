package io.giaovan.edge.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The secret that the house's own services share: they show it to each other, and session tokens are signed with a key
 * derived from it.
 *
 * @param key at least 32 characters; the launcher makes one at the first start
 */
@ConfigurationProperties("giaovan.house")
public record HouseSettings(@NotBlank @Size(min = 32) String key) {
    @Override
    public String toString() {
        return "HouseSettings[hidden]";
    }
}
