package io.giaovan.paymentgateway.callback;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.Date;
import org.bson.Document;

/** Notices in {@code bank_notices}. */
@Singleton
final class MongoBankNotices implements BankNotices {
    private final MongoCollection<Document> notices;

    MongoBankNotices(MongoDatabase database) {
        this.notices = database.getCollection("bank_notices");
    }

    @Override
    public boolean keep(BankNotice notice) {
        try {
            notices.insertOne(new Document("_id", notice.id())
                    .append("schema", 1)
                    .append("amount", StoredValues.money(notice.amount()))
                    .append("content", notice.content())
                    .append("reference", notice.reference())
                    .append("at", Date.from(notice.at()))
                    .append("outcome", null)
                    .append("charge", null));
            return true;
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw known;
            }
        }
        Document standing = StoredValues.required(
                notices.find(Filters.eq("_id", notice.id())).first(), notice.id());
        if (!StoredValues.moneyAt(standing, "amount").equals(notice.amount())
                || !StoredValues.textAt(standing, "content").equals(notice.content())) {
            throw new ProblemException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED, "Notice " + notice.id() + " came before with other content");
        }
        return standing.getString("outcome") == null;
    }

    @Override
    public void settled(String noticeId, String outcome, String charge) {
        notices.updateOne(
                Filters.eq("_id", noticeId),
                Updates.combine(Updates.set("outcome", outcome), Updates.set("charge", charge)));
    }
}
