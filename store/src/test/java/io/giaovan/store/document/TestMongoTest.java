package io.giaovan.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TestMongoTest {
    private static final int FIELDS = 200;
    private static final int CHANGES = 500;

    @Test
    void nobodySeesADocumentThatAChangeHasHalfReached() {
        try (TestMongo mongo = TestMongo.start()) {
            MongoCollection<Document> documents = mongo.database().getCollection("things");
            documents.insertOne(all(0).append("_id", "a"));
            Thread changes = Thread.ofPlatform()
                    .start(() -> IntStream.rangeClosed(1, CHANGES)
                            .forEach(value ->
                                    documents.updateOne(Filters.eq("_id", "a"), new Document("$set", all(value)))));

            int looks = 0;
            for (; changes.isAlive(); looks++) {
                Document seen = Objects.requireNonNull(documents.find().first());
                assertThat(seen).isEqualTo(all(seen.getInteger("f0")).append("_id", "a"));
            }
            assertThat(looks).isPositive();
        }
    }

    private static Document all(int value) {
        Document document = new Document();
        IntStream.range(0, FIELDS).forEach(field -> document.append("f" + field, value));
        return document;
    }
}
