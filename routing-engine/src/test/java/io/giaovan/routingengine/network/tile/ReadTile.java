package io.giaovan.routingengine.network.tile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A vector tile as a map client reads it, written apart from the code that makes tiles. */
record ReadTile(Map<String, List<Feature>> layers) {
    record Feature(int type, Map<String, Object> tags, List<List<int[]>> parts) {
        /** Twice the signed area of one ring. */
        long twiceArea(int part) {
            long sum = 0;
            List<int[]> ring = parts.get(part);
            for (int i = 0; i < ring.size(); i++) {
                int[] a = ring.get(i);
                int[] b = ring.get((i + 1) % ring.size());
                sum += (long) a[0] * b[1] - (long) b[0] * a[1];
            }
            return sum;
        }
    }

    static ReadTile of(byte[] bytes) {
        Map<String, List<Feature>> layers = new HashMap<>();
        for (Field layer : fields(bytes)) {
            List<byte[]> features = new ArrayList<>();
            List<String> keys = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            String name = "";
            for (Field field : fields(layer.bytes())) {
                switch (field.number()) {
                    case 1 -> name = text(field.bytes());
                    case 2 -> features.add(field.bytes());
                    case 3 -> keys.add(text(field.bytes()));
                    case 4 -> values.add(value(fields(field.bytes()).getFirst()));
                    case 5 -> check(field.value() == 4096);
                    case 15 -> check(field.value() == 2);
                    default -> throw new IllegalStateException("layer field " + field.number());
                }
            }
            layers.put(
                    name,
                    features.stream()
                            .map(feature -> feature(feature, keys, values))
                            .toList());
        }
        return new ReadTile(layers);
    }

    List<String> values(String layer, String key) {
        return layers.get(layer).stream()
                .map(feature -> String.valueOf(feature.tags().get(key)))
                .toList();
    }

    private record Field(int number, long value, byte[] bytes) {}

    private static Feature feature(byte[] bytes, List<String> keys, List<Object> values) {
        Map<String, Object> tags = new HashMap<>();
        List<List<int[]>> parts = new ArrayList<>();
        int type = 0;
        for (Field field : fields(bytes)) {
            switch (field.number()) {
                case 2 -> {
                    List<Long> numbers = numbers(field.bytes());
                    for (int i = 0; i < numbers.size(); i += 2) {
                        tags.put(
                                keys.get(numbers.get(i).intValue()),
                                values.get(numbers.get(i + 1).intValue()));
                    }
                }
                case 3 -> type = (int) field.value();
                case 4 -> parts.addAll(parts(numbers(field.bytes())));
                default -> throw new IllegalStateException("feature field " + field.number());
            }
        }
        return new Feature(type, tags, parts);
    }

    private static List<List<int[]>> parts(List<Long> numbers) {
        List<List<int[]>> parts = new ArrayList<>();
        int x = 0;
        int y = 0;
        for (int at = 0; at < numbers.size(); ) {
            int command = (int) (numbers.get(at) & 7);
            int count = (int) (numbers.get(at) >> 3);
            at++;
            if (command == 1) {
                parts.add(new ArrayList<>());
            }
            for (int i = 0; i < count && command != 7; i++) {
                x += zigzag(numbers.get(at++));
                y += zigzag(numbers.get(at++));
                parts.getLast().add(new int[] {x, y});
            }
        }
        return parts;
    }

    private static Object value(Field field) {
        return field.number() == 1 ? text(field.bytes()) : (Object) (field.value() == 1);
    }

    private static List<Field> fields(byte[] bytes) {
        List<Field> fields = new ArrayList<>();
        int[] at = {0};
        while (at[0] < bytes.length) {
            long tag = varint(bytes, at);
            long value = varint(bytes, at);
            byte[] content = {};
            if ((tag & 7) == 2) {
                content = Arrays.copyOfRange(bytes, at[0], at[0] + (int) value);
                at[0] += (int) value;
            }
            fields.add(new Field((int) (tag >> 3), value, content));
        }
        return fields;
    }

    private static List<Long> numbers(byte[] bytes) {
        List<Long> numbers = new ArrayList<>();
        int[] at = {0};
        while (at[0] < bytes.length) {
            numbers.add(varint(bytes, at));
        }
        return numbers;
    }

    private static long varint(byte[] bytes, int[] at) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at[0]++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static int zigzag(long value) {
        return (int) (value >> 1 ^ -(value & 1));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("The layer is not version 2 with an extent of 4096");
        }
    }
}
