package io.giaovan.paymentgateway.api.shelf;

import io.giaovan.store.document.StoredValues;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** Maps a merchant's own notes to documents and back: as a list, because their names may hold dots. */
public final class Pairs {
    private Pairs() {}

    public static List<Document> documents(Map<String, String> pairs) {
        return new TreeMap<>(pairs)
                .entrySet().stream()
                        .map(pair -> new Document("name", pair.getKey()).append("value", pair.getValue()))
                        .toList();
    }

    public static Map<String, String> read(Document document, String field) {
        Map<String, String> pairs = new TreeMap<>();
        for (Document pair : document.getList(field, Document.class, List.of())) {
            pairs.put(StoredValues.textAt(pair, "name"), StoredValues.textAt(pair, "value"));
        }
        return pairs;
    }
}
