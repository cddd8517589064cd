package io.giaovan.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not unique, which the library accepts and ignores. An entry's key is the indexed values followed by
 * the position of the document, so that many documents share a value; its value is the position again. The collection's
 * lock guards changes; look-ups need none.
 */
final class SecondaryIndex extends Index<Object> {
    private final MVMap<KeyValue, Object> entries;

    SecondaryIndex(MVMap<KeyValue, Object> entries, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.entries = entries;
    }

    /** Positions of the documents whose first indexed values are these, already normalised, in the order of the key. */
    Set<Object> positionsOf(KeyValue first) {
        Set<Object> positions = new LinkedHashSet<>();
        Cursor<KeyValue, Object> cursor = entries.cursor(first);
        while (cursor.hasNext() && beginsWith(cursor.next(), first)) {
            positions.add(cursor.getValue());
        }
        return positions;
    }

    /** True, so that the collection does not expect this index to tell it where a removed document was. */
    @Override
    protected boolean isSparse() {
        return true;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        getKeyValues(document);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        for (KeyValue key : getKeyValues(document)) {
            entries.put(entry(key, position), position);
        }
    }

    @Override
    public @Nullable Object remove(Document document) {
        remove(document, Missing.ofNullable(document.get("_id")));
        return null;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        getKeyValues(after);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        if (!nullAwareEqualsKeys(before, after)) {
            remove(before, position);
            add(after, position, collection);
        }
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("the collection asks for positionsOf");
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return entries.sizeAsLong();
    }

    @Override
    public void drop() {
        // the database removes the map
    }

    private void remove(Document document, Object position) {
        for (KeyValue key : getKeyValues(document)) {
            entries.remove(entry(key, position));
        }
    }

    private static KeyValue entry(KeyValue key, Object position) {
        List<Object> values = new ArrayList<>(key.size() + 1);
        key.forEach(values::add);
        values.add(position);
        return new KeyValue(values);
    }

    private static boolean beginsWith(KeyValue key, KeyValue first) {
        for (int i = 0; i < first.size(); i++) {
            if (KeyType.compareValues(key.get(i), first.get(i)) != 0) {
                return false;
            }
        }
        return true;
    }
}
