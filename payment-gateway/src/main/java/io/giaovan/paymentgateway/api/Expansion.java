package io.giaovan.paymentgateway.api;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which references a caller wants to see as whole objects. */
public final class Expansion {
    static final int PATHS_MAX = 20;
    private static final Expansion NONE = new Expansion(Set.of());

    private final Set<String> paths;

    private Expansion(Set<String> paths) {
        this.paths = Set.copyOf(paths);
    }

    public static Expansion none() {
        return NONE;
    }

    /** Reads {@code expand[]}; only these paths can be asked for. */
    public static Expansion of(Form form, String... possible) {
        return read(form, "", Set.of(possible));
    }

    /** Reads {@code expand[]} of a list, whose paths begin with {@code data.}. */
    public static Expansion ofList(Form form, String... possible) {
        return read(form, "data.", Set.of(possible));
    }

    private static Expansion read(Form form, String prefix, Set<String> possible) {
        List<String> asked = form.list("expand");
        if (asked.size() > PATHS_MAX) {
            throw ApiRefusal.invalid("expand", "You cannot expand more than " + PATHS_MAX + " properties.");
        }
        Set<String> paths = new HashSet<>();
        for (String path : asked) {
            String inside = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
            if (!possible.contains(inside)) {
                throw ApiRefusal.invalid("expand", "This property cannot be expanded (" + path + ").");
            }
            paths.add(inside);
        }
        return paths.isEmpty() ? NONE : new Expansion(paths);
    }

    public boolean has(String path) {
        return paths.contains(path);
    }
}
