package io.giaovan.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose stored documents never change: a change works on a copy and then puts the copy in the place of the
 * stored one. So a reply may be encoded, and a page written to the file, while the next change is under way, and readers
 * take no lock. The library changes the stored document in place, and a reply that shares it can be torn.
 *
 * <p>Finds documents through any index whose fields the filter fixes, where the library wants the filter to name the
 * index's fields and nothing else.
 */
final class GuardedCollection extends H2Collection {
    private static final int CURSORS_MAX = 1_000;
    private static final int POSITIONS_PER_LOOK_UP_MAX = 10_000;
    private static final int CURSOR_LIMIT_EXCEEDED = 146;

    private volatile List<Index<Object>> lookUps = List.of();

    GuardedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> facts,
            CursorRegistry cursors) {
        super(database, name, options, documents, facts, cursors);
    }

    @Override
    public synchronized void addIndex(Index<Object> index) {
        super.addIndex(index);
        lookUps = List.copyOf(getIndexes());
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        lookUps = List.copyOf(getIndexes());
    }

    /** Not synchronized, unlike the method it replaces: a long search must not hold up changes. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public QueryResult handleQuery(QueryParameters asked) {
        Document selector = asked.getQuerySelector();
        Document filter = selector;
        Document order = null;
        if (selector.containsKey("query")) {
            filter = (Document) selector.get("query");
            order = (Document) selector.get("orderby");
        } else if (selector.containsKey("$query")) {
            filter = (Document) selector.get("$query");
            order = (Document) selector.get("$orderby");
        }
        return queryDocuments(
                Objects.requireNonNull(filter),
                order,
                asked.getNumberToSkip(),
                asked.getLimit(),
                asked.getBatchSize(),
                asked.getProjection());
    }

    @Override
    protected QueryResult queryDocuments(
            Document filter,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Iterable<Object> positions = findPositions(filter);
        QueryResult found = positions == null
                ? matchDocuments(filter, order, skip, limit, batchSize, projection)
                : matchDocuments(filter, positions, order, skip, limit, batchSize, projection);
        // whoever holds the lock is about to change what is found
        return Thread.holdsLock(this) ? copied(found) : found;
    }

    /** Passes over documents that went away since the index named them. */
    @Override
    protected QueryResult matchDocuments(
            Document filter,
            Iterable<Object> positions,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        return matchDocumentsFromStream(
                StreamSupport.stream(positions.spliterator(), false)
                        .map(this::getDocument)
                        .filter(Objects::nonNull),
                filter,
                order,
                skip,
                limit,
                batchSize,
                projection);
    }

    /** False: the size of the data is of no use here and costs an encoding of the document and a page per change. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected Cursor createCursor(List<Document> remaining) {
        if (cursorRegistry.size() >= CURSORS_MAX) {
            throw new MongoServerError(
                    CURSOR_LIMIT_EXCEEDED,
                    "CursorLimitExceeded",
                    "too many open cursors: " + CURSORS_MAX + ", the limit; close some first");
        }
        return super.createCursor(remaining);
    }

    private static QueryResult copied(QueryResult found) {
        List<Document> copies = new ArrayList<>();
        for (Document document : found) {
            copies.add(document.cloneDeeply());
        }
        return new QueryResult(copies, found.getCursorId());
    }

    /** Positions among which all that match are, or null when every document has to be looked at. */
    private @Nullable Iterable<Object> findPositions(Document filter) {
        Conditions conditions = Conditions.of(filter);
        if (conditions.isEmpty()) {
            return null;
        }
        SecondaryIndex best = null;
        List<KeyValue> bestKeys = List.of();
        for (Index<Object> index : lookUps) {
            List<KeyValue> keys = keys(index, conditions);
            if (keys.isEmpty()) {
                continue;
            }
            if (index instanceof SecondaryIndex secondary) {
                if (best == null || keys.getFirst().size() > bestKeys.getFirst().size()) {
                    best = secondary;
                    bestKeys = keys;
                }
            } else if (keys.getFirst().size() == index.getKeys().size()) {
                return uniquePositions(index, keys);
            }
        }
        if (best == null) {
            return null;
        }
        Set<Object> positions = new LinkedHashSet<>();
        for (KeyValue key : bestKeys) {
            positions.addAll(best.positionsOf(key));
        }
        return positions;
    }

    /** The keys to look up in an index: values of as many of its first fields as the filter fixes, normalised. */
    private static List<KeyValue> keys(Index<Object> index, Conditions conditions) {
        List<List<Object>> keys = List.of(List.of());
        for (var field : index.getKeys()) {
            List<Object> values = conditions.on(field.getKey());
            if (values == null || (long) keys.size() * values.size() > POSITIONS_PER_LOOK_UP_MAX) {
                break;
            }
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> key : keys) {
                for (Object value : values) {
                    List<Object> extended = new ArrayList<>(key);
                    extended.add(value);
                    longer.add(extended);
                }
            }
            keys = longer;
        }
        return keys.stream()
                .filter(key -> !key.isEmpty())
                .map(key -> new KeyValue(key).normalized())
                .toList();
    }

    private static Iterable<Object> uniquePositions(Index<Object> index, List<KeyValue> keys) {
        Set<Object> positions = new LinkedHashSet<>();
        for (KeyValue key : keys) {
            Document query = new Document();
            for (int i = 0; i < key.size(); i++) {
                query.put(index.getKeys().get(i).getKey(), key.get(i));
            }
            index.getPositions(query).forEach(positions::add);
        }
        return positions;
    }
}
