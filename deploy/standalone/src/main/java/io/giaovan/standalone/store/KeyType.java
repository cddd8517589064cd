package io.giaovan.standalone.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keys of an index. The order is total and agrees with equality: value by value, first by BSON type, then
 * texts, numbers and instants as people order them and all else by their bytes; a key sorts before the longer keys that
 * begin with it. Without this the library would serialize both keys for every comparison.
 */
final class KeyType extends BasicDataType<KeyValue> {
    static final KeyType INSTANCE = new KeyType();

    private static final String FIELD = "";

    private KeyType() {}

    @Override
    public int getMemory(KeyValue key) {
        int bytes = 0;
        for (Object value : key) {
            bytes += value instanceof String text ? 8 + text.length() : 16;
        }
        return bytes;
    }

    @Override
    public void write(WriteBuffer target, KeyValue key) {
        target.putVarInt(key.size());
        for (Object value : key) {
            DocumentType.INSTANCE.write(target, new Document(FIELD, present(value)));
        }
    }

    @Override
    public KeyValue read(ByteBuffer source) {
        int size = DataUtils.readVarInt(source);
        List<@Nullable Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(DocumentType.INSTANCE.read(source).get(FIELD));
        }
        return new KeyValue(values);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }

    @Override
    public int compare(KeyValue one, KeyValue other) {
        int shared = Math.min(one.size(), other.size());
        for (int i = 0; i < shared; i++) {
            int order = compareValues(present(one.get(i)), present(other.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    static int compareValues(@Nullable Object one, @Nullable Object other) {
        if (one instanceof String text && other instanceof String otherText) {
            return text.compareTo(otherText);
        }
        if (one instanceof Double number && other instanceof Double otherNumber) {
            return number.compareTo(otherNumber);
        }
        if (one instanceof Instant instant && other instanceof Instant otherInstant) {
            return instant.compareTo(otherInstant);
        }
        byte type = BsonEncoder.determineType(one);
        byte otherType = BsonEncoder.determineType(other);
        return type == otherType ? encoded(type, one).compareTo(encoded(type, other)) : Byte.compare(type, otherType);
    }

    private static ByteBuf encoded(byte type, @Nullable Object value) {
        ByteBuf bytes = Unpooled.buffer(32);
        BsonEncoder.encodeValue(type, value, bytes);
        return bytes;
    }

    private static @Nullable Object present(@Nullable Object value) {
        return value instanceof Missing ? null : value;
    }
}
