package io.giaovan.routingengine.fleet;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.bson.Document;

/** One document per phone; counting is a conditional update, so that tries at the same moment all count. */
@Singleton
final class MongoSignInTries implements SignInTries {
    private final MongoCollection<Document> tries;
    private final FleetSettings settings;

    MongoSignInTries(MongoDatabase database, FleetSettings settings) {
        this.tries = database.getCollection("sign_in_tries");
        this.settings = settings;
    }

    @Override
    public boolean begin(String who, Instant now) {
        Document found = tries.find(Filters.eq("_id", who)).first();
        if (found == null) {
            try {
                tries.insertOne(new Document("_id", who)
                        .append("schema", 1)
                        .append("count", 1)
                        .append("since", StoredValues.instant(now)));
                return true;
            } catch (MongoWriteException taken) {
                if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw taken;
                }
                return begin(who, now);
            }
        }
        Instant since = StoredValues.instantAt(found, "since");
        if (!now.isBefore(since.plus(settings.triesWindow()))) {
            tries.updateOne(
                    Filters.and(Filters.eq("_id", who), Filters.eq("since", StoredValues.instant(since))),
                    Updates.combine(Updates.set("count", 0), Updates.set("since", StoredValues.instant(now))));
        }
        return tries.updateOne(
                                Filters.and(Filters.eq("_id", who), Filters.lt("count", settings.triesMax())),
                                Updates.inc("count", 1))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public void forget(String who) {
        tries.deleteOne(Filters.eq("_id", who));
    }
}
