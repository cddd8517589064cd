package io.giaovan.integrations.sync;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Provides chance, for jitter and identifiers. */
@Factory
final class SyncFactory {
    @Singleton
    @Named("sync")
    RandomGenerator random() {
        return new SecureRandom();
    }
}
