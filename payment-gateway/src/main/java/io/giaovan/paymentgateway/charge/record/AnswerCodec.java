package io.giaovan.paymentgateway.charge.record;

import io.giaovan.paymentgateway.charge.Failure;
import io.giaovan.paymentgateway.rail.NextStep;
import io.giaovan.store.document.StoredValues;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How what a rail answered is stored, inside a charge or beside it: why it did not pay, what the buyer has to do. */
public final class AnswerCodec {
    private AnswerCodec() {}

    public static @Nullable Document document(@Nullable Failure failure) {
        return failure == null ? null : new Document("code", failure.code()).append("message", failure.message());
    }

    public static @Nullable Failure failure(@Nullable Document document) {
        return document == null
                ? null
                : new Failure(StoredValues.textAt(document, "code"), StoredValues.textAt(document, "message"));
    }

    public static Document document(NextStep next) {
        return new Document("type", next.type())
                .append("facts", new Document(new TreeMap<>(next.facts())))
                .append("expiresAt", Date.from(next.expiresAt()));
    }

    public static NextStep next(Document document) {
        Map<String, String> facts = new TreeMap<>();
        StoredValues.documentAt(document, "facts").forEach((name, value) -> facts.put(name, String.valueOf(value)));
        return new NextStep(
                StoredValues.textAt(document, "type"), facts, StoredValues.instantAt(document, "expiresAt"));
    }
}
