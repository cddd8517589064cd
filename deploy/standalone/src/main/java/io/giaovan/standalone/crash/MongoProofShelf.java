package io.giaovan.standalone.crash;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.giaovan.edge.access.Secrets;
import io.giaovan.standalone.store.EmbeddedStore;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;

/** The proofs in the store of a house that does not run: no interface gives their content away. */
final class MongoProofShelf {
    private static final String DATABASE = "giaovan";

    private MongoProofShelf() {}

    /** Digests of the contents that are kept, computed anew. */
    static Set<String> digests(Path storeFolder) {
        Set<String> digests = new HashSet<>();
        try (EmbeddedStore store = EmbeddedStore.open(storeFolder);
                MongoClient client = MongoClients.create(store.uri())) {
            for (Document proof :
                    client.getDatabase(DATABASE).getCollection("proofs").find()) {
                byte[] content = proof.get("content", Binary.class).getData();
                digests.add(HexFormat.of().formatHex(Secrets.sha256(content)));
            }
        }
        return digests;
    }
}
