package io.giaovan.paymentgateway.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parameters with brackets: {@code a=1}, {@code metadata[order]=7}, {@code expand[0]=x}, {@code expand[]=x}. A name with
 * an empty value asks to unset it. Raw card numbers are refused wherever they stand, and no refusal repeats a value.
 */
public final class Form {
    static final int LENGTH_MAX = 200_000;
    static final int PARAMETERS_MAX = 500;
    static final int DEPTH_MAX = 5;
    static final int NAME_LENGTH_MAX = 200;
    static final int VALUE_LENGTH_MAX = 5_000;
    private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*])*)");
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\[\\]]*)]");

    private final String path;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Form> children = new LinkedHashMap<>();

    private Form(String path) {
        this.path = path;
    }

    /** Reads a body or a query. */
    public static Form parse(@Nullable String text) {
        Form form = new Form("");
        if (text == null || text.isEmpty()) {
            return form;
        }
        if (text.length() > LENGTH_MAX) {
            throw ApiRefusal.invalid("body", "The parameters are over " + LENGTH_MAX + " characters.");
        }
        String[] pairs = text.split("&", PARAMETERS_MAX + 1);
        if (pairs.length > PARAMETERS_MAX) {
            throw ApiRefusal.invalid("body", "There are over " + PARAMETERS_MAX + " parameters.");
        }
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                form.add(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw ApiRefusal.invalid("body", "The parameters are not form-encoded.");
        }
    }

    private void add(String name, String value) {
        Matcher matcher = NAME.matcher(name);
        if (name.length() > NAME_LENGTH_MAX || !matcher.matches()) {
            throw ApiRefusal.invalid(
                    name.substring(0, Math.min(name.length(), 40)), "A parameter's name is malformed or too long.");
        }
        if (value.length() > VALUE_LENGTH_MAX) {
            throw ApiRefusal.invalid(name, "Invalid string: at most " + VALUE_LENGTH_MAX + " characters.");
        }
        if (CardNumbers.isIn(value)) {
            throw ApiRefusal.invalid(
                    name, "raw_card_number", "Raw card numbers are never accepted here, in no parameter.");
        }
        Form at = this;
        String last = matcher.group(1);
        Matcher bracket = BRACKET.matcher(matcher.group(2));
        int depth = 1;
        while (bracket.find()) {
            if (++depth > DEPTH_MAX) {
                throw ApiRefusal.invalid(name, "Parameters nest at most " + DEPTH_MAX + " deep.");
            }
            at = at.childToFill(last);
            last = bracket.group(1).isEmpty() ? Integer.toString(at.size()) : bracket.group(1);
        }
        if (at.children.containsKey(last)) {
            throw ApiRefusal.invalid(name, "Invalid " + name + ": it is given both as a value and with brackets.");
        }
        at.values.put(last, value);
    }

    private Form childToFill(String name) {
        if (values.containsKey(name)) {
            throw ApiRefusal.invalid(
                    nameOf(name), "Invalid " + nameOf(name) + ": it is given both as a value and with brackets.");
        }
        return children.computeIfAbsent(name, _ -> new Form(nameOf(name)));
    }

    private int size() {
        return values.size() + children.size();
    }

    /** How a parameter of this form is called on the wire. */
    public String nameOf(String name) {
        return path.isEmpty() ? name : path + "[" + name + "]";
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    public boolean has(String name) {
        return values.containsKey(name) || children.containsKey(name);
    }

    /** Whether it was given as a plain value, without brackets. */
    public boolean isPlain(String name) {
        return !values.getOrDefault(name, "").isEmpty();
    }

    /** Refuses everything but these names. */
    public void allow(String... names) {
        allowOnly(Set.of(names));
    }

    /** Refuses everything but these names and those of a list that is known at run time. */
    public void allowBeside(List<String> more, String... names) {
        Set<String> known = new HashSet<>(more);
        known.addAll(List.of(names));
        allowOnly(known);
    }

    private void allowOnly(Set<String> known) {
        for (Map<String, ?> given : List.of(values, children)) {
            for (String name : given.keySet()) {
                if (!known.contains(name)) {
                    throw ApiRefusal.invalid(
                            nameOf(name), "parameter_unknown", "Received unknown parameter: " + nameOf(name));
                }
            }
        }
    }

    /** A text, unless it is absent or empty. */
    public Optional<String> text(String name) {
        if (children.containsKey(name)) {
            throw ApiRefusal.invalid(nameOf(name), "Invalid string: " + nameOf(name) + " takes no brackets.");
        }
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    public Optional<String> text(String name, int lengthMax) {
        Optional<String> found = text(name);
        if (found.isPresent() && found.get().length() > lengthMax) {
            throw ApiRefusal.invalid(
                    nameOf(name), "Invalid string: " + nameOf(name) + " must be at most " + lengthMax + " characters");
        }
        return found;
    }

    /** A note after a request: the new one, none where it is given empty, the old one where it is not given. */
    public @Nullable String noted(String name, int lengthMax, @Nullable String before) {
        return has(name) ? text(name, lengthMax).orElse(null) : before;
    }

    public String requiredText(String name) {
        return text(name).orElseThrow(() -> ApiRefusal.missing(nameOf(name)));
    }

    /** One of some words, unless it is absent. */
    public Optional<String> oneOf(String name, String... words) {
        Optional<String> found = text(name);
        if (found.isPresent() && !Set.of(words).contains(found.get())) {
            throw ApiRefusal.invalid(
                    nameOf(name), "Invalid " + nameOf(name) + ": must be one of " + String.join(", ", words));
        }
        return found;
    }

    public OptionalLong whole(String name) {
        Optional<String> found = text(name);
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!found.get().matches("-?[0-9]{1,18}")) {
            throw ApiRefusal.invalid(nameOf(name), "parameter_invalid_integer", "Invalid integer: " + nameOf(name));
        }
        return OptionalLong.of(Long.parseLong(found.get()));
    }

    public boolean flag(String name) {
        return oneOf(name, "true", "false").filter("true"::equals).isPresent();
    }

    /** The parameters inside brackets; none when it is absent. */
    public Form child(String name) {
        if (values.containsKey(name) && !String.valueOf(values.get(name)).isEmpty()) {
            throw ApiRefusal.invalid(nameOf(name), "Invalid object: " + nameOf(name) + " takes brackets.");
        }
        return children.getOrDefault(name, new Form(nameOf(name)));
    }

    /** The texts of a list in the order of their numbers; none when it is absent. */
    public List<String> list(String name) {
        Form list = child(name);
        if (!list.children.isEmpty()) {
            throw ApiRefusal.invalid(nameOf(name), "Invalid array: " + nameOf(name) + " holds plain values.");
        }
        Map<Integer, String> ordered = new TreeMap<>();
        list.values.forEach((place, value) -> {
            if (!place.matches("[0-9]{1,3}")) {
                throw ApiRefusal.invalid(nameOf(name), "Invalid array: " + nameOf(name) + " is numbered.");
            }
            ordered.put(Integer.valueOf(place), value);
        });
        return new ArrayList<>(ordered.values());
    }

    /** Names and values of this form, without brackets inside; an empty value asks to remove its name. */
    public Map<String, String> pairs() {
        if (!children.isEmpty()) {
            throw ApiRefusal.invalid(path, "Invalid object: " + path + " holds plain values.");
        }
        return values;
    }

    /** The same text for the same parameters in any order. */
    public String canonical() {
        Map<String, String> all = new TreeMap<>();
        collect(all);
        StringBuilder text = new StringBuilder();
        all.forEach((name, value) -> text.append(name.length())
                .append(':')
                .append(name)
                .append('=')
                .append(value.length())
                .append(':')
                .append(value)
                .append('&'));
        return text.toString();
    }

    private void collect(Map<String, String> all) {
        values.forEach((name, value) -> all.put(nameOf(name), value));
        children.values().forEach(child -> child.collect(all));
    }

    /** Keeps values out of logs. */
    @Override
    public String toString() {
        return "Form" + values.keySet() + children.keySet();
    }
}
