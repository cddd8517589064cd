package io.giaovan.routingengine.courier;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.giaovan.contracts.delivery.KeptItem;
import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

@Singleton
final class MongoProofs implements Proofs {
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> proofs;
    private final MongoCollection<Document> notes;

    MongoProofs(MongoDatabase database) {
        proofs = database.getCollection("proofs");
        notes = database.getCollection("attempt_notes");
    }

    @Override
    public void keep(Proof proof, ProofContent content, CourierId courier) {
        proofs.replaceOne(
                Filters.eq("_id", proof.proofId()),
                new Document("_id", proof.proofId())
                        .append("schema", 1)
                        .append("kind", proof.kind().name())
                        .append("sha256", proof.sha256())
                        .append("takenAt", StoredValues.instant(proof.takenAt()))
                        .append("takenNear", StoredValues.point(proof.takenNear()))
                        .append("part", part(proof.part()))
                        .append("courier", courier.value())
                        .append("content", new Binary(content.bytes())),
                UPSERT);
    }

    private static @Nullable Document part(@Nullable PartAccepted part) {
        return part == null
                ? null
                : new Document(
                                "kept",
                                part.kept().stream().map(KeptItem::quantity).toList())
                        .append("due", StoredValues.money(part.due()));
    }

    @Override
    public Optional<byte[]> find(String proofId) {
        return Optional.ofNullable(proofs.find(Filters.eq("_id", proofId)).first())
                .map(found -> StoredValues.required(found.get("content", Binary.class), "content")
                        .getData());
    }

    @Override
    public void note(String attemptId, String note, CourierId courier, Instant at) {
        notes.replaceOne(
                Filters.eq("_id", attemptId),
                new Document("_id", attemptId)
                        .append("schema", 1)
                        .append("note", note)
                        .append("courier", courier.value())
                        .append("at", StoredValues.instant(at)),
                UPSERT);
    }
}
