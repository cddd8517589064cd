package io.giaovan.integrations.sync.partner;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where buyers and partners find the house.
 *
 * @param publicUrl base address that they see; null means the address the server listens at
 */
@ConfigurationProperties("giaovan")
public record PublicSettings(@Nullable URI publicUrl) {}
