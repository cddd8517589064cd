package io.giaovan.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps documents in the file as BSON, which is a fraction of the size and time of the Java serialization that the
 * library would use.
 */
final class DocumentType extends BasicDataType<Document> {
    static final DocumentType INSTANCE = new DocumentType();

    private static final int BYTES_PER_FIELD = 8;

    private DocumentType() {}

    /** An estimate of the size in the file; pages split by it. */
    @Override
    public int getMemory(Document document) {
        return estimate(document);
    }

    @Override
    public void write(WriteBuffer target, Document document) {
        ByteBuf encoded = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, encoded);
        target.put(encoded.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer source) {
        ByteBuf encoded = Unpooled.wrappedBuffer(source);
        Document document = BsonDecoder.decodeBson(encoded);
        source.position(source.position() + encoded.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }

    private static int estimate(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String text -> BYTES_PER_FIELD + text.length();
            case Map<?, ?> fields -> {
                int bytes = BYTES_PER_FIELD;
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    bytes += field.getKey().toString().length() + estimate(field.getValue());
                }
                yield bytes;
            }
            case Collection<?> elements -> {
                int bytes = BYTES_PER_FIELD;
                for (Object element : elements) {
                    bytes += estimate(element) + 2;
                }
                yield bytes;
            }
            default -> 2 * BYTES_PER_FIELD;
        };
    }
}
