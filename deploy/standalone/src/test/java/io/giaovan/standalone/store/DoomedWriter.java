package io.giaovan.standalone.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.bson.Document;

/**
 * A process that writes until it is killed and says on its standard output what was acknowledged: {@code + id} for an
 * insert, {@code = writer number} for an update. Ends by itself when nobody kills it.
 */
final class DoomedWriter {
    static final int WRITERS = 4;

    private static final Duration LIFE_MAX = Duration.ofSeconds(30);

    private DoomedWriter() {}

    /**
     * Begins where the previous life may have left off.
     *
     * @param arguments folder, name of this life
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        EmbeddedStore store = EmbeddedStore.open(Path.of(arguments[0]));
        MongoClient client = MongoClients.create(store.uri());
        MongoDatabase database = client.getDatabase("doomed");
        for (int writer = 0; writer < WRITERS; writer++) {
            int self = writer;
            Thread.ofPlatform().daemon().start(() -> write(database, arguments[1], self, out));
        }
        try {
            Thread.sleep(LIFE_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(MongoDatabase database, String life, int writer, PrintStream out) {
        var counter = Filters.eq("_id", "counter-" + writer);
        Document left = database.getCollection("counters").find(counter).first();
        if (left == null) {
            left = new Document("_id", "counter-" + writer).append("number", 0L).append("copy", 0L);
            database.getCollection("counters").insertOne(left);
        }
        long number = left.getLong("number");
        for (int i = 0; ; i++) {
            String id = life + "-" + writer + "-" + i;
            database.getCollection("documents")
                    .insertOne(new Document("_id", id)
                            .append("label", "label-" + id)
                            .append("writer", writer)
                            .append("text", "x".repeat(200)));
            out.println("+ " + id);
            number++;
            long matched = database.getCollection("counters")
                    .updateOne(
                            Filters.and(counter, Filters.eq("number", number - 1)),
                            Updates.combine(Updates.set("number", number), Updates.set("copy", number)))
                    .getMatchedCount();
            if (matched != 1) {
                throw new IllegalStateException("counter " + writer + " was not at " + (number - 1));
            }
            out.println("= " + writer + " " + number);
        }
    }
}
