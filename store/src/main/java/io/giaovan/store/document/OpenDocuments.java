package io.giaovan.store.document;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * The documents of a collection that somebody still has to look after. Each change of a document opens it in the same
 * write, and only who saw its last version closes it: no change is forgotten, however the two meet and whatever dies in
 * between.
 *
 * <p>Fields: {@code version}, and {@code open}, which only this class touches. Safe for concurrent use.
 */
public final class OpenDocuments {
    private static final String OPEN = "open";

    private final MongoCollection<Document> documents;

    public OpenDocuments(MongoCollection<Document> documents) {
        this.documents = documents;
        documents.createIndex(Indexes.ascending(OPEN), new IndexOptions().sparse(true));
    }

    /** The document to be written, open. */
    public static Document opened(Document document) {
        return document.append(OPEN, true);
    }

    /** Closes a document unless it was changed after the version that was seen; false when it was. */
    public boolean close(String id, long versionSeen) {
        return documents
                        .updateOne(
                                Filters.and(Filters.eq("_id", id), Filters.eq("version", versionSeen)),
                                Updates.unset(OPEN))
                        .getMatchedCount()
                == 1;
    }

    /** The ids of the open documents. */
    public List<String> list() {
        return documents
                .find(Filters.eq(OPEN, true))
                .projection(Projections.include("_id"))
                .map(document -> StoredValues.textAt(document, "_id"))
                .into(new ArrayList<>());
    }
}
