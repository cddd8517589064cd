package io.giaovan.paymentgateway.ledger;

import io.giaovan.contracts.money.Money;
import io.giaovan.store.document.StoredValues;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** Maps transfers and their links to documents and back. */
final class TransferCodec {
    private TransferCodec() {}

    static Document document(ChainLink link, Transfer transfer) {
        return new Document("_id", link.key())
                .append("schema", 1)
                .append("transferId", transfer.id().value())
                .append("kind", transfer.kind().name())
                .append("at", Date.from(transfer.at()))
                .append("entries", lines(transfer.entries()))
                .append("reserved", lines(transfer.reserved()))
                .append("released", lines(transfer.released()))
                .append("references", new Document(new TreeMap<>(transfer.references())))
                .append("previousHash", link.previousHash())
                .append("hash", link.hash(transfer));
    }

    private static List<Document> lines(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new Document("account", entry.account().toString())
                        .append("amount", entry.amount().amount())
                        .append("currency", entry.amount().currency()))
                .toList();
    }

    static ChainLink link(Document document) {
        String key = StoredValues.textAt(document, "_id");
        return new ChainLink(
                Integer.parseInt(key.substring(0, 2)),
                Long.parseLong(key.substring(3)),
                StoredValues.textAt(document, "previousHash"));
    }

    /** Fails with an {@link IllegalArgumentException} when what is stored does not balance. */
    static Transfer transfer(Document document) {
        Map<String, String> references = new TreeMap<>();
        StoredValues.documentAt(document, "references")
                .forEach((name, value) -> references.put(name, String.valueOf(value)));
        return new Transfer(
                new TransferId(StoredValues.textAt(document, "transferId")),
                TransferKind.valueOf(StoredValues.textAt(document, "kind")),
                StoredValues.instantAt(document, "at"),
                entries(document),
                entries(document, "reserved"),
                entries(document, "released"),
                references);
    }

    static List<Entry> entries(Document document) {
        return entries(document, "entries");
    }

    static List<Entry> entries(Document document, String name) {
        return document.getList(name, Document.class, List.of()).stream()
                .map(entry -> new Entry(
                        LedgerAccount.parse(StoredValues.textAt(entry, "account")),
                        new Money(StoredValues.longAt(entry, "amount"), StoredValues.textAt(entry, "currency"))))
                .toList();
    }
}
