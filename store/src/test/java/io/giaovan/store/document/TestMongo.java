package io.giaovan.store.document;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import java.util.UUID;

/**
 * A database for one test: on the server that {@code GIAOVAN_TEST_MONGODB_URI} names, otherwise on an in-memory server
 * on a free port of 127.0.0.1.
 */
public final class TestMongo implements AutoCloseable {
    private final String uri;
    private final MongoClient client;
    private final String name = "test_" + UUID.randomUUID().toString().substring(0, 8);
    private final AutoCloseable server;

    private TestMongo(String uri, AutoCloseable server) {
        this.uri = uri;
        this.server = server;
        this.client = MongoClients.create(uri);
    }

    public static TestMongo start() {
        String external = System.getenv("GIAOVAN_TEST_MONGODB_URI");
        if (external != null) {
            return new TestMongo(external, () -> {});
        }
        MongoServer server = new MongoServer(new CopyingBackend());
        var address = server.bind();
        return new TestMongo("mongodb://127.0.0.1:" + address.getPort() + "/?retryWrites=false", server::shutdownNow);
    }

    public String uri() {
        return uri;
    }

    public String databaseName() {
        return name;
    }

    public MongoDatabase database() {
        return client.getDatabase(name);
    }

    @Override
    public void close() {
        database().drop();
        client.close();
        try {
            server.close();
        } catch (Exception failed) {
            throw new IllegalStateException("the test server did not stop", failed);
        }
    }
}
