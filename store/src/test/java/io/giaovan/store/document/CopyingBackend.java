package io.giaovan.store.document;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps documents in memory and hands out copies, taken while nobody changes them. The library hands out the stored
 * documents themselves and changes them in place, so a reader could see one that a change has half reached: an old state
 * beside a new version. A real server never shows that.
 */
final class CopyingBackend extends MemoryBackend {
    @Override
    public MemoryDatabase openOrCreateDatabase(String name) {
        return new CopyingDatabase(name, getCursorRegistry());
    }

    private static final class CopyingDatabase extends MemoryDatabase {
        CopyingDatabase(String name, CursorRegistry cursors) {
            super(name, cursors);
        }

        @Override
        protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
            return new CopyingCollection(this, name, options, cursorRegistry);
        }
    }

    private static final class CopyingCollection extends MemoryCollection {
        CopyingCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
            super(database, name, options, cursors);
        }

        @Override
        public synchronized QueryResult handleQuery(QueryParameters asked) {
            QueryResult found = super.handleQuery(asked);
            return new QueryResult(copies(found), found.getCursorId());
        }

        @Override
        protected Cursor createCursor(List<Document> remaining) {
            return super.createCursor(copies(remaining));
        }

        @Override
        public synchronized Document findAndModify(Document query) {
            return super.findAndModify(query).cloneDeeply();
        }

        private static List<Document> copies(Iterable<Document> documents) {
            List<Document> copies = new ArrayList<>();
            documents.forEach(document -> copies.add(document.cloneDeeply()));
            return copies;
        }
    }
}
