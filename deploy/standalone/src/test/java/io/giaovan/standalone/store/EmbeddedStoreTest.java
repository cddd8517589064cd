package io.giaovan.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedStoreTest {
    /** Ten times what a thousand documents of half a kilobyte need. */
    private static final long FILE_BYTES_MAX = 6_000_000;

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration LOOK_FOR_A_FAULT_MAX = Duration.ofSeconds(10);

    @TempDir
    private Path parent;

    @Test
    void aReaderNeverSeesHalfAChange() throws ExecutionException, InterruptedException {
        try (EmbeddedStore store = EmbeddedStore.open(parent, 0, Durability.WRITTEN)) {
            Torn.Findings findings = Torn.look(store.uri(), LOOK);

            assertThat(findings.replies()).isGreaterThan(100);
            assertThat(findings.torn()).isFalse();
        }
    }

    @Test
    void theSameReaderSeesHalfAChangeWithoutTheGuard() throws ExecutionException, InterruptedException {
        MongoServer unguarded = new MongoServer(
                new H2Backend(MVStore.open(parent.resolve("unguarded").toString())));
        try {
            String uri = "mongodb://127.0.0.1:" + unguarded.bind().getPort() + "/?retryWrites=false";

            assertThat(Torn.look(uri, LOOK_FOR_A_FAULT_MAX).torn()).isTrue();
        } finally {
            unguarded.shutdownNow();
        }
    }

    @Test
    void aCleanRestartKeepsDocumentsOfEveryTypeAndTheirIndexes() {
        Document everything = new Document("_id", new ObjectId())
                .append("text", "Đặng Thị Lụa")
                .append("integer", 1)
                .append("long", 1L << 60)
                .append("double", 0.1)
                .append("decimal", new Decimal128(12))
                .append("flag", true)
                .append("nothing", null)
                .append("date", new Date(1))
                .append("bytes", new Binary(new byte[] {1, 2}))
                .append("inner", new Document("list", List.of(1, "two", new Document("three", 3.0))));
        try (EmbeddedStore store = EmbeddedStore.open(parent);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> documents = client.getDatabase("shop").getCollection("things");
            documents.createIndex(Indexes.ascending("text"), new IndexOptions().unique(true));
            documents.createIndex(Indexes.ascending("inner.list"));
            documents.insertOne(everything);
        }

        try (EmbeddedStore store = EmbeddedStore.open(parent);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> documents = client.getDatabase("shop").getCollection("things");

            assertThat(documents.find()).containsExactly(everything);
            assertThat(documents.find(Filters.eq("inner.list", "two"))).containsExactly(everything);
            assertThat(documents.listIndexes()).hasSize(3);
            assertThatThrownBy(() -> documents.insertOne(new Document("text", "Đặng Thị Lụa")))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
        }
    }

    @Test
    void aSecondOpenerIsRefusedByTheNameOfTheFolder() {
        try (EmbeddedStore first = EmbeddedStore.open(parent)) {
            assertThat(first.uri()).startsWith("mongodb://127.0.0.1:");

            assertThatThrownBy(() -> EmbeddedStore.open(parent))
                    .isInstanceOf(StoreNotOpened.class)
                    .hasMessageContaining(parent.toString())
                    .hasMessageContaining("another process");
        }

        EmbeddedStore.open(parent).close();
    }

    @Test
    void aTakenPortIsRefusedAndTheFileIsFreeAgain() {
        try (EmbeddedStore first = EmbeddedStore.open(parent.resolve("first"))) {
            int taken = Integer.parseInt(first.uri().replaceAll("\\D+127\\.0\\.0\\.1:(\\d+)/.*", "$1"));

            assertThatThrownBy(() -> EmbeddedStore.open(parent.resolve("second"), taken, Durability.FSYNC))
                    .isInstanceOf(StoreNotOpened.class)
                    .hasMessageContaining("port " + taken);

            EmbeddedStore.open(parent.resolve("second")).close();
        }
    }

    @Test
    void aFileThatIsNoStoreIsRefusedByItsPath() throws IOException {
        byte[] noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        Path path = parent.resolve("giaovan.store");
        Files.write(path, noise);

        assertThatThrownBy(() -> EmbeddedStore.open(parent))
                .isInstanceOf(StoreNotOpened.class)
                .hasMessageContaining(path.toString());

        assertThat(Files.readAllBytes(path)).isEqualTo(noise);
    }

    @Test
    void aFileOfWhichMostIsGoneIsRefusedByItsPath() throws IOException {
        Path path;
        try (EmbeddedStore store = EmbeddedStore.open(parent);
                MongoClient client = MongoClients.create(store.uri())) {
            client.getDatabase("shop")
                    .getCollection("things")
                    .insertMany(IntStream.range(0, 5_000)
                            .mapToObj(i -> new Document("_id", "thing-" + i).append("text", "x".repeat(100)))
                            .toList());
            path = store.path();
        }
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(whole, whole.length / 3));

        assertThatThrownBy(() -> EmbeddedStore.open(parent))
                .isInstanceOf(StoreNotOpened.class)
                .hasMessageContaining(path.toString());
    }

    @Test
    void aNewFolderIsForItsOwnerOnly() throws IOException {
        Path folder = parent.resolve("a/b");

        EmbeddedStore.open(folder).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void theFileDoesNotGrowWithTheNumberOfUpdates() throws IOException, ExecutionException, InterruptedException {
        int writers = 8;
        int updatesPerWriter = Integer.getInteger("giaovan.store.updates", 24_000) / writers;
        try (EmbeddedStore store = EmbeddedStore.open(parent, 0, Durability.WRITTEN);
                MongoClient client = MongoClients.create(store.uri());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            MongoCollection<Document> documents = client.getDatabase("shop").getCollection("things");
            documents.insertMany(IntStream.range(0, 1_000)
                    .mapToObj(i ->
                            new Document("_id", "thing-" + i).append("n", 0).append("text", "x".repeat(500)))
                    .toList());
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                Random random = new Random(writer);
                all.add(threads.submit(() -> {
                    for (int i = 0; i < updatesPerWriter; i++) {
                        documents.updateOne(Filters.eq("_id", "thing-" + random.nextInt(1_000)), Updates.inc("n", 1));
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }

            assertThat(documents.find().map(one -> one.getInteger("n")).into(new ArrayList<>()).stream()
                            .mapToInt(n -> n)
                            .sum())
                    .isEqualTo(writers * updatesPerWriter);
            assertThat(Files.size(store.path())).isLessThan(FILE_BYTES_MAX);
        }
        assertThat(Files.size(parent.resolve("giaovan.store"))).isLessThan(FILE_BYTES_MAX);
    }

    @Test
    void manyWritersShareACommit() throws ExecutionException, InterruptedException {
        int writers = 16;
        MVStore file = MVStore.open(parent.resolve("shared").toString());
        var numbers = file.<Integer, Integer>openMap("numbers");
        long before = file.commit();
        try (GroupCommit commits = new GroupCommit(file, Durability.FSYNC);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int self = writer;
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 100; i++) {
                        int number = self * 100 + i;
                        commits.change(() -> numbers.put(number, number));
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }

            assertThat(file.getCurrentVersion() - before).isBetween(100L, writers * 100L / 2);
            assertThat(file.hasUnsavedChanges()).isFalse();
        }
        file.close();
    }

    @Test
    void aChangeThatCannotBeWrittenFailsAndSoDoAllThatFollow() {
        MVStore file = MVStore.open(parent.resolve("broken").toString());
        var numbers = file.<Integer, Integer>openMap("numbers");
        GroupCommit commits = new GroupCommit(file, Durability.FSYNC);

        assertThatThrownBy(() -> commits.change(() -> {
                    numbers.put(1, 1);
                    file.closeImmediately();
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("could not write");

        assertThatThrownBy(() -> commits.change(() -> true)).isInstanceOf(IllegalStateException.class);
        commits.close();
    }

    @Test
    void aFilterIsAnsweredTheSameWithAndWithoutAnIndex() {
        Random random = new Random(11);
        try (EmbeddedStore store = EmbeddedStore.open(parent, 0, Durability.WRITTEN);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> plain = client.getDatabase("shop").getCollection("plain");
            MongoCollection<Document> indexed = client.getDatabase("shop").getCollection("indexed");
            indexed.createIndex(Indexes.ascending("a", "b"));
            indexed.createIndex(Indexes.ascending("tags.name"));
            indexed.createIndex(Indexes.ascending("c"), new IndexOptions().unique(true));
            for (int i = 0; i < 300; i++) {
                Document document =
                        new Document("_id", i).append("a", random.nextInt(5)).append("c", "c" + i);
                if (random.nextBoolean()) {
                    document.append("b", random.nextBoolean() ? (Object) (double) random.nextInt(4) : "text");
                }
                document.append(
                        "tags",
                        IntStream.range(0, random.nextInt(3))
                                .mapToObj(_ -> new Document("name", "t" + random.nextInt(4)))
                                .toList());
                plain.insertOne(document);
                indexed.insertOne(document);
            }
            for (int i = 0; i < 100; i++) {
                var change = Updates.combine(Updates.set("a", random.nextInt(5)), Updates.unset("b"));
                var some = Filters.eq("_id", random.nextInt(300));
                plain.updateOne(some, change);
                indexed.updateOne(some, change);
                var gone = Filters.eq("_id", random.nextInt(300));
                plain.deleteOne(gone);
                indexed.deleteOne(gone);
            }

            for (var filter : List.of(
                    Filters.eq("a", 3L),
                    Filters.and(Filters.eq("a", 3), Filters.eq("b", 2)),
                    Filters.and(Filters.eq("b", "text"), Filters.in("a", 1, 2)),
                    Filters.and(Filters.eq("a", 1), Filters.exists("b", false)),
                    Filters.eq("tags.name", "t1"),
                    Filters.and(Filters.eq("tags.name", "t1"), Filters.eq("tags.name", "t2")),
                    Filters.in("_id", 3, 5.0, 1000),
                    Filters.and(Filters.eq("c", "c7"), Filters.eq("a", 4)),
                    Filters.eq("c", "c8"),
                    Filters.or(Filters.eq("a", 1), Filters.eq("c", "c9")),
                    Filters.eq("b", null),
                    Filters.ne("a", 1))) {
                var sorted = Sorts.ascending("_id");
                assertThat(indexed.find(filter).sort(sorted).into(new ArrayList<>()))
                        .as(filter.toString())
                        .isEqualTo(plain.find(filter).sort(sorted).into(new ArrayList<>()));
                assertThat(indexed.countDocuments(filter)).isEqualTo(plain.countDocuments(filter));
            }
        }
    }

    @Test
    void whatTheHouseAsksOfItsStoreWorksUnderMajorityAndJournal() {
        try (EmbeddedStore store = EmbeddedStore.open(parent);
                MongoClient client = MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(store.uri()))
                        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .build())) {
            MongoCollection<Document> documents = client.getDatabase("shop").getCollection("things");

            documents.insertMany(IntStream.range(0, 500)
                    .mapToObj(i -> new Document("_id", i).append("version", 1L))
                    .toList());
            Document changed = documents.findOneAndUpdate(
                    Filters.and(Filters.eq("_id", 7), Filters.eq("version", 1L)),
                    Updates.set("version", 2L),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            long lost = documents
                    .updateOne(Filters.and(Filters.eq("_id", 7), Filters.eq("version", 1L)), Updates.set("version", 3L))
                    .getMatchedCount();
            documents.deleteMany(Filters.gte("_id", 490));

            assertThat(changed).containsEntry("version", 2L);
            assertThat(lost).isZero();
            assertThat(documents.countDocuments()).isEqualTo(490);
            assertThat(documents.countDocuments(Filters.eq("version", 2L))).isEqualTo(1);
            assertThat(documents.find().batchSize(100).into(new ArrayList<>())).hasSize(490);
            documents.drop();
            assertThat(documents.countDocuments()).isZero();
        }
    }

    @Test
    void aThousandCursorsMayBeOpenAndNotOneMore() {
        try (EmbeddedStore store = EmbeddedStore.open(parent, 0, Durability.WRITTEN);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> documents = client.getDatabase("shop").getCollection("things");
            documents.insertMany(List.of(new Document(), new Document()));
            List<MongoCursor<Document>> cursors = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                cursors.add(documents.find().batchSize(1).cursor());
            }

            assertThatThrownBy(() -> documents.find().batchSize(1).cursor())
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("1000, the limit");

            cursors.getFirst().close();
            documents.find().batchSize(1).cursor().close();
            assertThat(documents.find()).hasSize(2);
            cursors.forEach(MongoCursor::close);
        }
    }

    @Test
    void aConnectionBeyondTheLimitIsClosedAndTheOthersGoOn() throws IOException {
        try (EmbeddedStore store = EmbeddedStore.open(parent, 0, Durability.WRITTEN);
                MongoClient client = MongoClients.create(store.uri() + "&heartbeatFrequencyMS=60000")) {
            client.getDatabase("shop").getCollection("things").insertOne(new Document());
            int port = new ConnectionString(store.uri())
                    .getHosts().stream()
                            .map(ServerAddress::new)
                            .findFirst()
                            .orElseThrow()
                            .getPort();
            List<Socket> sockets = new ArrayList<>();
            try {
                for (int i = 0; i < 513; i++) {
                    sockets.add(new Socket("127.0.0.1", port));
                }
                sockets.getLast().setSoTimeout(5_000);

                assertThat(sockets.getLast().getInputStream().read()).isEqualTo(-1);
                assertThat(client.getDatabase("shop").getCollection("things").countDocuments())
                        .isEqualTo(1);
            } finally {
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void closingInTheMiddleOfWorkKeepsWhatWasAcknowledged() throws ExecutionException, InterruptedException {
        Set<Object> acknowledged = ConcurrentHashMap.newKeySet();
        EmbeddedStore store = EmbeddedStore.open(parent);
        try (MongoClient client = MongoClients.create(store.uri() + "&serverSelectionTimeoutMS=100");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            MongoCollection<Document> documents = client.getDatabase("shop").getCollection("things");
            CountDownLatch busy = new CountDownLatch(200);
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                int self = writer;
                all.add(threads.submit(() -> {
                    for (int i = 0; ; i++) {
                        documents.insertOne(new Document("_id", self + "-" + i));
                        acknowledged.add(self + "-" + i);
                        busy.countDown();
                    }
                }));
            }
            assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();

            store.close();

            for (Future<?> one : all) {
                assertThatThrownBy(one::get).hasCauseInstanceOf(MongoException.class);
            }
        }
        try (EmbeddedStore again = EmbeddedStore.open(parent);
                MongoClient client = MongoClients.create(again.uri())) {
            Set<Object> present = new HashSet<>();
            client.getDatabase("shop")
                    .getCollection("things")
                    .find()
                    .map(one -> one.get("_id"))
                    .into(present);
            assertThat(present).containsAll(acknowledged);
        }
    }
}
