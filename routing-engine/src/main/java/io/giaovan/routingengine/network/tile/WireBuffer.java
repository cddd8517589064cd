package io.giaovan.routingengine.network.tile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the few forms of Protocol Buffers' wire format that vector tiles need. */
final class WireBuffer {
    private static final int VARINT = 0;
    private static final int BYTES = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    WireBuffer number(int field, long value) {
        varint((long) field << 3 | VARINT);
        varint(value);
        return this;
    }

    WireBuffer text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    WireBuffer message(int field, WireBuffer value) {
        return bytes(field, value.toBytes());
    }

    /** A packed list: numbers written into a buffer one after the other by {@link #varint}. */
    WireBuffer packed(int field, WireBuffer numbers) {
        return bytes(field, numbers.toBytes());
    }

    WireBuffer varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            out.write((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
        return this;
    }

    /** Puts fields written elsewhere behind these. */
    WireBuffer append(WireBuffer fields) {
        out.writeBytes(fields.toBytes());
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private WireBuffer bytes(int field, byte[] value) {
        varint((long) field << 3 | BYTES);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }
}
