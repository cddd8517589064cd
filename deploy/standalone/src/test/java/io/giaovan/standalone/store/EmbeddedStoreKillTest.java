package io.giaovan.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise that what is acknowledged stays, tried by killing a process that writes. */
final class EmbeddedStoreKillTest {
    private static final int KILLS = Integer.getInteger("giaovan.store.kills", 5);
    private static final int LINES_BEFORE_DEATH_MAX = 1_500;

    @TempDir
    private Path folder;

    private final Set<String> inserted = new HashSet<>();
    private final Map<Integer, Long> counted = new HashMap<>();

    @Test
    void everyAcknowledgedChangeIsThereAfterTheProcessIsKilledTimeAndAgain() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        makeIndexes();

        for (int life = 0; life < KILLS; life++) {
            letWriteAndKill("life" + life, 1 + random.nextInt(LINES_BEFORE_DEATH_MAX));
            verify("seed " + seed + ", life " + life);
        }

        assertThat(inserted).hasSizeGreaterThan(KILLS);
    }

    private void makeIndexes() {
        try (EmbeddedStore store = EmbeddedStore.open(folder);
                MongoClient client = MongoClients.create(store.uri())) {
            var documents = client.getDatabase("doomed").getCollection("documents");
            documents.createIndex(Indexes.ascending("label"), new IndexOptions().unique(true));
            documents.createIndex(Indexes.ascending("writer"));
        }
    }

    private void letWriteAndKill(String life, int lines) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedWriter.class.getName(),
                        folder.toString(),
                        life))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader acknowledged = writer.inputReader()) {
            for (int i = 0; i < lines; i++) {
                String line = acknowledged.readLine();
                assertThat(line).as("a line before the process ended").isNotNull();
                remember(line);
            }
            // by its handle, which leaves its output open
            writer.toHandle().destroyForcibly();
            // what it said before it died counts, too; a last line without its end may have been cut
            StringBuilder rest = new StringBuilder();
            for (int read = acknowledged.read(); read >= 0; read = acknowledged.read()) {
                rest.append((char) read);
            }
            rest.substring(0, rest.lastIndexOf("\n") + 1).lines().forEach(this::remember);
        } finally {
            writer.destroyForcibly();
            assertThat(writer.waitFor(10, TimeUnit.SECONDS))
                    .as("the process died")
                    .isTrue();
        }
    }

    private void remember(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "+" -> inserted.add(words[1]);
            case "=" -> counted.put(Integer.valueOf(words[1]), Long.valueOf(words[2]));
            default -> throw new AssertionError("the writer said '" + line + "'");
        }
    }

    private void verify(String when) {
        try (EmbeddedStore store = EmbeddedStore.open(folder);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoDatabase database = client.getDatabase("doomed");
            Set<String> present = new HashSet<>();
            database.getCollection("documents")
                    .find()
                    .map(one -> one.getString("_id"))
                    .into(present);

            assertThat(present).as(when).containsAll(inserted);
            counted.forEach((writer, number) -> {
                Document counter = database.getCollection("counters")
                        .find(Filters.eq("_id", "counter-" + writer))
                        .first();
                assertThat(counter.getLong("number")).as(when).isGreaterThanOrEqualTo(number);
                assertThat(counter.getLong("copy")).as(when).isEqualTo(counter.getLong("number"));
            });
            indexesAgree(database, present, when);
        }
    }

    private static void indexesAgree(MongoDatabase database, Set<String> present, String when) {
        var documents = database.getCollection("documents");
        Set<String> byWriter = new HashSet<>();
        for (int writer = 0; writer < DoomedWriter.WRITERS; writer++) {
            documents
                    .find(Filters.eq("writer", writer))
                    .map(one -> one.getString("_id"))
                    .into(byWriter);
        }
        assertThat(byWriter).as(when).isEqualTo(present);
        present.stream().limit(200).forEach(id -> {
            assertThat(documents.find(Filters.eq("_id", id)).first()).as(when).isNotNull();
            assertThat(documents.find(Filters.eq("label", "label-" + id)).first())
                    .as(when)
                    .isNotNull();
        });
        Document validated = database.runCommand(new Document("validate", "documents"));
        assertThat(validated.get("keysPerIndex", Document.class).values())
                .as(when)
                .allSatisfy(keys -> assertThat((Long) keys).isEqualTo(present.size()));
    }
}
