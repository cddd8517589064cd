package io.giaovan.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenDocumentsTest {
    private final TestMongo mongo = TestMongo.start();
    private final MongoCollection<Document> documents = mongo.database().getCollection("things");
    private final OpenDocuments open = new OpenDocuments(documents);

    @BeforeEach
    void insert() {
        documents.insertOne(OpenDocuments.opened(new Document("_id", "a").append("version", 1L)));
        documents.insertOne(new Document("_id", "never opened").append("version", 1L));
    }

    @AfterEach
    void stop() {
        mongo.close();
    }

    @Test
    void aDocumentIsOpenUntilWhoSawItsLastVersionClosesIt() {
        assertThat(open.list()).containsExactly("a");

        assertThat(open.close("a", 1)).isTrue();

        assertThat(open.list()).isEmpty();
        assertThat(documents.find(Filters.eq("_id", "a")).first())
                .isEqualTo(new Document(Map.of("_id", "a", "version", 1L)));
    }

    @Test
    void oneThatWasChangedSinceStaysOpen() {
        change(2);

        assertThat(open.close("a", 1)).isFalse();

        assertThat(open.list()).containsExactly("a");
    }

    @Test
    void aChangeOpensWhatWasClosed() {
        open.close("a", 1);

        change(2);

        assertThat(open.list()).containsExactly("a");
    }

    @Test
    void whatIsNotThereIsNotClosed() {
        assertThat(open.close("b", 1)).isFalse();
    }

    private void change(long version) {
        documents.updateOne(
                Filters.eq("_id", "a"), new Document("$set", OpenDocuments.opened(new Document("version", version))));
    }
}
