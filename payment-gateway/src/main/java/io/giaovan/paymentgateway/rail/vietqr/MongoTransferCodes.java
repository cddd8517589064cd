package io.giaovan.paymentgateway.rail.vietqr;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bson.Document;

/** Codes under their own unique keys. */
@Singleton
final class MongoTransferCodes implements TransferCodes {
    private static final int SALTS_MAX = 100;

    private final MongoCollection<Document> codes;

    MongoTransferCodes(MongoDatabase database) {
        this.codes = database.getCollection("transfer_codes");
    }

    @Override
    public TransferCode claim(MerchantId merchantId, ChargeId chargeId) {
        for (int salt = 0; salt < SALTS_MAX; salt++) {
            TransferCode code = TransferCode.of(chargeId.value(), salt);
            try {
                codes.insertOne(new Document("_id", code.value())
                        .append("schema", 1)
                        .append("merchant", merchantId.value())
                        .append("charge", chargeId.value()));
                return code;
            } catch (MongoWriteException taken) {
                if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw taken;
                }
            }
            if (find(code).filter(owner -> owner.chargeId().equals(chargeId)).isPresent()) {
                return code;
            }
        }
        throw new IllegalStateException("no free transfer code for " + chargeId);
    }

    @Override
    public Optional<Owner> find(TransferCode code) {
        return Optional.ofNullable(codes.find(Filters.eq("_id", code.value())).first())
                .map(found -> new Owner(
                        new MerchantId(StoredValues.textAt(found, "merchant")),
                        new ChargeId(StoredValues.textAt(found, "charge"))));
    }
}
