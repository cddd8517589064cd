package io.giaovan.orderservice.notice;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sandbox of text messages: what is handed over counts as sent and can be looked at. */
@Singleton
final class MongoTextMessages implements TextMessages {
    private static final Logger LOG = LoggerFactory.getLogger(MongoTextMessages.class);

    private final MongoCollection<Document> messages;

    MongoTextMessages(MongoDatabase database) {
        this.messages = database.getCollection("text_messages");
        messages.createIndex(Indexes.ascending("phone"));
    }

    @Override
    public boolean send(TextMessage message) {
        try {
            messages.insertOne(new Document("_id", message.id())
                    .append("schema", 1)
                    .append("merchantId", message.merchantId().value())
                    .append("orderId", message.orderId().value())
                    .append("phone", message.phone())
                    .append("text", message.text())
                    .append("at", StoredValues.instant(message.at())));
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw taken;
        }
        LOG.info("text message {} to a number ending in {}", message.id(), lastDigits(message.phone()));
        return true;
    }

    @Override
    public List<TextMessage> list(String phone, int limit) {
        return messages.find(Filters.eq("phone", phone))
                .sort(Sorts.descending("at"))
                .limit(limit)
                .map(MongoTextMessages::fromDocument)
                .into(new ArrayList<>());
    }

    @Override
    public long prune(Instant before) {
        return messages.deleteMany(Filters.lt("at", Date.from(before))).getDeletedCount();
    }

    private static String lastDigits(String phone) {
        return phone.substring(Math.max(0, phone.length() - 3));
    }

    private static TextMessage fromDocument(Document document) {
        return new TextMessage(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchantId")),
                new OrderId(StoredValues.textAt(document, "orderId")),
                StoredValues.textAt(document, "phone"),
                StoredValues.textAt(document, "text"),
                StoredValues.instantAt(document, "at"));
    }
}
