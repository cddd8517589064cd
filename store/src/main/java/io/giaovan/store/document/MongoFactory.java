package io.giaovan.store.document;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** One client per process. Writes wait for a majority and the journal. */
@Factory
final class MongoFactory {
    private static final int CONNECTIONS_MAX = 64;

    @Singleton
    @Bean(preDestroy = "close")
    MongoClient client(StoreSettings settings) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(settings.uri()))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(CONNECTIONS_MAX))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applicationName("giaovan")
                .build());
    }

    @Singleton
    MongoDatabase database(MongoClient client, StoreSettings settings) {
        return client.getDatabase(settings.database());
    }

    /** The time of the machine, for leases and back-off; business time is the unnamed clock. */
    @Singleton
    @Named("wall")
    Clock wallClock() {
        return Clock.systemUTC();
    }
}
