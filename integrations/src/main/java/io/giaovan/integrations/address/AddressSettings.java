package io.giaovan.integrations.address;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/**
 * Where the administrative units are read from.
 *
 * @param directory folder with {@code wards-2025.csv} and {@code old-to-new-wards.csv}; null means that none are known,
 *     then addresses are taken as they come
 */
@ConfigurationProperties("giaovan.address")
public record AddressSettings(@Nullable String directory) {}
