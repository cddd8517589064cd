package io.giaovan.orderservice.notice;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.access.Secrets;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bson.Document;

/**
 * Who asked not to be written to, per seller. Numbers are kept as a keyed digest, so the list itself tells no number.
 */
@Singleton
final class MongoSilence {
    private final MongoCollection<Document> numbers;
    private final String digestKey;

    MongoSilence(MongoDatabase database, HouseSettings house) {
        this.numbers = database.getCollection("silent_numbers");
        this.digestKey = Secrets.digest("silent-numbers|" + house.key());
    }

    void ask(MerchantId merchantId, String phone) {
        String id = id(merchantId, phone);
        numbers.replaceOne(
                Filters.eq("_id", id), new Document("_id", id).append("schema", 1), new ReplaceOptions().upsert(true));
    }

    void end(MerchantId merchantId, String phone) {
        numbers.deleteOne(Filters.eq("_id", id(merchantId, phone)));
    }

    boolean isAsked(MerchantId merchantId, String phone) {
        return numbers.find(Filters.eq("_id", id(merchantId, phone))).first() != null;
    }

    private String id(MerchantId merchantId, String phone) {
        return HexFormat.of()
                .formatHex(Secrets.hmacSha256(digestKey, (merchantId + "|" + phone).getBytes(StandardCharsets.UTF_8)));
    }
}
