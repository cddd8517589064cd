package io.giaovan.paymentgateway.api.shelf;

import com.mongodb.client.MongoDatabase;
import io.giaovan.paymentgateway.api.ApiJson;
import io.giaovan.store.outbox.AggregateWriter;
import io.giaovan.store.outbox.OutboxRelay;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Shelves as collections. */
@Singleton
final class MongoShelves implements Shelves {
    private final MongoDatabase database;
    private final AggregateWriter writer;
    private final OutboxRelay relay;
    private final ApiJson json;
    private final Clock clock;

    MongoShelves(MongoDatabase database, AggregateWriter writer, OutboxRelay relay, ApiJson json, Clock clock) {
        this.database = database;
        this.writer = writer;
        this.relay = relay;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public <T> Shelf<T> open(String collection, ShelfCodec<T> codec, List<String> unique) {
        MongoShelf<T> shelf =
                new MongoShelf<>(database.getCollection(collection), collection, codec, unique, writer, json, clock);
        relay.watch(collection);
        return shelf;
    }
}
