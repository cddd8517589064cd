package io.giaovan.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A database of guarded collections and of indexes that are all real. Opens each map before the library does, with the
 * types that keep it small and quick; the library then finds the map open. The names of the maps are the library's.
 */
final class GuardedDatabase extends H2Database {
    private final MVStore file;

    GuardedDatabase(String name, MVStore file, CursorRegistry cursors) {
        this.file = file;
        super(name, file, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        String fullName = getFullCollectionNamespace(name);
        MVMap<Object, Document> documents = file.openMap(
                "databases." + fullName, new MVMap.Builder<Object, Document>().valueType(DocumentType.INSTANCE));
        MVMap<String, Object> facts = file.openMap("meta." + fullName);
        return new GuardedCollection(this, name, options, documents, facts, cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        openIndexMap(collection, name);
        return super.openOrCreateUniqueIndex(collection, name, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(openIndexMap(collection, name), name, keys, sparse);
    }

    private MVMap<KeyValue, Object> openIndexMap(String collection, String name) {
        return file.openMap(
                getFullCollectionNamespace(collection) + "._index_" + name,
                new MVMap.Builder<KeyValue, Object>().keyType(KeyType.INSTANCE));
    }
}
