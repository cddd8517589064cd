package io.giaovan.store.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.giaovan.contracts.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoSlicesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");

    private final TestMongo mongo = TestMongo.start();
    private final MongoCollection<Document> shelf = mongo.database().getCollection("shelf");
    private final MongoSlices documents = MongoSlices.of(shelf, "at", "_id");
    private final MongoSlices parts = MongoSlices.ofElements(shelf, "parts", "at", "id");

    /** Ten documents of one owner, three of them of each moment, with two parts each; and one of somebody else. */
    @BeforeEach
    void fill() {
        for (int number = 0; number < 10; number++) {
            insert("d" + number, "me", NOON.plusSeconds(number / 3));
        }
        insert("x", "other", NOON.plusSeconds(1));
    }

    private void insert(String id, String owner, Instant at) {
        shelf.insertOne(new Document("_id", id)
                .append("owner", owner)
                .append("at", Date.from(at))
                .append(
                        "parts",
                        List.of(
                                new Document("id", id + "a").append("at", Date.from(at)),
                                new Document("id", id + "b").append("at", Date.from(at)))));
    }

    @AfterEach
    void stop() {
        mongo.close();
    }

    @Test
    void slicesForwardsShowEverythingOnceNewestFirst() {
        for (int limit = 1; limit <= 11; limit++) {
            assertThat(forwards(documents, limit, document -> document.getString("_id")))
                    .as("limit %d", limit)
                    .containsExactly("d9", "d8", "d7", "d6", "d5", "d4", "d3", "d2", "d1", "d0");
        }
    }

    @Test
    void elementsAreListedLikeDocuments() {
        List<String> ids = forwards(
                parts, 3, document -> StoredValues.documentAt(document, "parts").getString("id"));

        assertThat(ids)
                .hasSize(20)
                .doesNotHaveDuplicates()
                .startsWith("d9b", "d9a", "d8b")
                .endsWith("d0b", "d0a");
    }

    @Test
    void slicesBackwardsEndJustBeforeTheCursor() {
        Sliced<Document> slice = documents.read(mine(), new Slice(null, "d4", 3, null, null));
        Sliced<Document> last = documents.read(mine(), new Slice(null, "d7", 3, null, null));

        assertThat(slice.items())
                .extracting(document -> document.getString("_id"))
                .containsExactly("d7", "d6", "d5");
        assertThat(slice.more()).isTrue();
        assertThat(last.items())
                .extracting(document -> document.getString("_id"))
                .containsExactly("d9", "d8");
        assertThat(last.more()).isFalse();
    }

    @Test
    void timesNarrowTheListAndForeignCursorsAreRefused() {
        Slice middle = new Slice(null, null, 100, NOON.plusSeconds(1), NOON.plusSeconds(2));

        assertThat(documents.read(mine(), middle).items())
                .extracting(document -> document.getString("_id"))
                .containsExactly("d5", "d4", "d3");
        assertThatThrownBy(() -> documents.read(mine(), new Slice("x", null, 3, null, null)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new Slice("a", "b", 3, null, null)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new Slice(null, null, 0, null, null)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new Slice(null, null, Slice.LIMIT_MAX + 1, null, null))
                .isInstanceOf(ProblemException.class);
    }

    private static Bson mine() {
        return Filters.eq("owner", "me");
    }

    private static List<String> forwards(MongoSlices slices, int limit, Function<Document, String> id) {
        List<String> ids = new ArrayList<>();
        Sliced<Document> slice;
        String cursor = null;
        do {
            slice = slices.read(mine(), new Slice(cursor, null, limit, null, null));
            slice.items().forEach(document -> ids.add(id.apply(document)));
            cursor = ids.getLast();
        } while (slice.more());
        return ids;
    }
}
