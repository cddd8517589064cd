package io.giaovan.store.document;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.giaovan.contracts.problem.ProblemException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads slices of collections that are ordered by a time and, among equals, by an id. A cursor is the id of an item; an
 * item that is added meanwhile never shifts the following slices.
 */
public final class MongoSlices {
    private final MongoCollection<Document> collection;
    private final @Nullable String unwound;
    private final String time;
    private final String id;

    private MongoSlices(MongoCollection<Document> collection, @Nullable String unwound, String time, String id) {
        this.collection = collection;
        this.unwound = unwound;
        this.time = time;
        this.id = id;
    }

    /**
     * Lists the documents themselves.
     *
     * @param time field with the time of a document
     * @param id field that identifies a document
     */
    public static MongoSlices of(MongoCollection<Document> collection, String time, String id) {
        return new MongoSlices(collection, null, time, id);
    }

    /** Lists the elements of an array; each comes as its document with that one element in the array's place. */
    public static MongoSlices ofElements(MongoCollection<Document> collection, String array, String time, String id) {
        return new MongoSlices(collection, array, array + "." + time, array + "." + id);
    }

    /**
     * Reads one slice.
     *
     * @param whose which documents may be seen at all
     * @throws ProblemException INVALID_FIELD when the cursor is none of them
     */
    public Sliced<Document> read(Bson whose, Slice slice) {
        boolean backwards = slice.endingBefore() != null;
        String cursor = backwards ? slice.endingBefore() : slice.startingAfter();
        List<Bson> narrowed = new ArrayList<>();
        if (slice.from() != null) {
            narrowed.add(Filters.gte(time, Date.from(slice.from())));
        }
        if (slice.until() != null) {
            narrowed.add(Filters.lt(time, Date.from(slice.until())));
        }
        if (cursor != null) {
            narrowed.add(beyond(whose, cursor, backwards));
        }
        List<Document> found = new ArrayList<>(documents(whose, narrowed, backwards, slice.limit() + 1));
        boolean more = found.size() > slice.limit();
        if (more) {
            found.removeLast();
        }
        return new Sliced<>(backwards ? found.reversed() : found, more);
    }

    private Bson beyond(Bson whose, String cursor, boolean backwards) {
        List<Document> at = documents(whose, List.of(Filters.eq(id, cursor)), false, 1);
        if (at.isEmpty()) {
            throw ProblemException.invalid(
                    backwards ? "ending_before" : "starting_after", cursor, "is the id of nothing in this list");
        }
        Date moment = at.getFirst().getEmbedded(List.of(time.split("\\.")), Date.class);
        return backwards
                ? Filters.or(Filters.gt(time, moment), Filters.and(Filters.eq(time, moment), Filters.gt(id, cursor)))
                : Filters.or(Filters.lt(time, moment), Filters.and(Filters.eq(time, moment), Filters.lt(id, cursor)));
    }

    private List<Document> documents(Bson whose, List<Bson> narrowed, boolean backwards, int limit) {
        Bson order = backwards ? Sorts.ascending(time, id) : Sorts.descending(time, id);
        if (unwound == null) {
            List<Bson> all = new ArrayList<>(narrowed);
            all.add(whose);
            return collection.find(Filters.and(all)).sort(order).limit(limit).into(new ArrayList<>());
        }
        List<Bson> steps = new ArrayList<>();
        steps.add(Aggregates.match(Filters.and(whose, Filters.exists(unwound + ".0"))));
        steps.add(Aggregates.unwind("$" + unwound));
        if (!narrowed.isEmpty()) {
            steps.add(Aggregates.match(Filters.and(narrowed)));
        }
        steps.add(Aggregates.sort(order));
        steps.add(Aggregates.limit(limit));
        return collection.aggregate(steps).into(new ArrayList<>());
    }
}
