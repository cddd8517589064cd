package io.giaovan.standalone.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/** Looks for documents of which a reader sees one field before a change and another after it. */
final class Torn {
    private static final int FIELDS_BETWEEN = 400;
    private static final int WRITERS = 2;
    private static final int READERS = 4;

    private Torn() {}

    /** How many replies were read whole, and whether one was torn; stops at the first that is. */
    record Findings(int replies, boolean torn) {}

    static Findings look(String uri, Duration patience) throws ExecutionException, InterruptedException {
        AtomicInteger replies = new AtomicInteger();
        AtomicBoolean torn = new AtomicBoolean();
        long end = System.nanoTime() + patience.toNanos();
        try (MongoClient client = MongoClients.create(uri);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            MongoCollection<Document> collection = client.getDatabase("torn").getCollection("pairs");
            Document pair = new Document("_id", "pair").append("first", 0);
            for (int i = 0; i < FIELDS_BETWEEN; i++) {
                pair.append("between" + i, i);
            }
            collection.insertOne(pair.append("second", 0));
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                all.add(threads.submit(() -> {
                    for (int value = 1; !torn.get() && System.nanoTime() < end; value++) {
                        collection.updateOne(
                                Filters.eq("_id", "pair"),
                                Updates.combine(Updates.set("first", value), Updates.set("second", value)));
                    }
                }));
            }
            for (int i = 0; i < READERS; i++) {
                boolean byScan = i % 2 == 0;
                all.add(threads.submit(() -> {
                    while (!torn.get() && System.nanoTime() < end) {
                        Document read = collection
                                .find(byScan ? Filters.exists("first") : Filters.eq("_id", "pair"))
                                .first();
                        if (!read.getInteger("first").equals(read.getInteger("second"))) {
                            torn.set(true);
                        }
                        replies.incrementAndGet();
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return new Findings(replies.get(), torn.get());
    }
}
