package io.giaovan.integrations.sync.alert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.giaovan.edge.access.Secrets;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One document per alert, counted. */
@Singleton
final class MongoAlerts implements Alerts {
    private static final Logger LOG = LoggerFactory.getLogger(MongoAlerts.class);
    private static final int KEPT_MAX = 10_000;

    private final MongoCollection<Document> alerts;
    private final Clock wall;

    MongoAlerts(MongoDatabase database, @Named("wall") Clock wall) {
        this.alerts = database.getCollection("integrations_alerts");
        this.wall = wall;
    }

    @Override
    public void raise(String source, String what) {
        LOG.warn("{}: {}", source, what);
        Date now = Date.from(wall.instant());
        alerts.updateOne(
                Filters.eq("_id", Secrets.digest(source + "|" + what).substring(0, 40)),
                Updates.combine(
                        Updates.set("schema", 1),
                        Updates.set("source", source),
                        Updates.set("what", what),
                        Updates.setOnInsert("firstAt", now),
                        Updates.set("lastAt", now),
                        Updates.inc("times", 1L)),
                new UpdateOptions().upsert(alerts.estimatedDocumentCount() < KEPT_MAX));
    }

    @Override
    public List<Alert> list(int max) {
        List<Alert> found = new ArrayList<>();
        for (Document alert : alerts.find().sort(Sorts.descending("lastAt")).limit(max)) {
            found.add(new Alert(
                    StoredValues.textAt(alert, "source"),
                    StoredValues.textAt(alert, "what"),
                    StoredValues.instantAt(alert, "firstAt"),
                    StoredValues.instantAt(alert, "lastAt"),
                    StoredValues.longAt(alert, "times")));
        }
        return found;
    }
}
