package io.giaovan.paymentgateway.api.search;

import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.search.SearchFields.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query in Stripe's search language (https://docs.stripe.com/search, read 2026-11-24): clauses {@code field:'value'},
 * {@code field~'part'}, {@code field>3}, {@code metadata['key']:'value'}, each perhaps with {@code -} before it, all
 * joined by {@code AND} or all by {@code OR}. A space alone is an {@code AND}; {@code null} asks for what is absent.
 */
final class SearchQuery {
    static final int CLAUSES_MAX = 10;
    static final int PART_LENGTH_MIN = 3;
    private static final Pattern CLAUSE = Pattern.compile("""
            \\s*(?<not>-?)(?<field>[a-z_]+)(?:\\[(?:'(?<single>[^']*)'|"(?<double>[^"]*)")])?\\s*\
            (?<sign>>=|<=|[:~<>])\\s*\
            (?:'(?<value>(?:[^'\\\\]|\\\\.)*)'|"(?<quoted>(?:[^"\\\\]|\\\\.)*)"|(?<bare>-?[0-9]{1,18}|null|true|false))\
            """, Pattern.DOTALL);
    private static final Pattern JOIN = Pattern.compile("\\s+(?:(AND|OR)\\s+)?", Pattern.CASE_INSENSITIVE);

    private final List<Clause> clauses;
    private final boolean any;

    private SearchQuery(List<Clause> clauses, boolean any) {
        this.clauses = clauses;
        this.any = any;
    }

    /**
     * One comparison.
     *
     * @param key of metadata, or null for a field
     * @param value what is looked for, or null for what is absent
     */
    private record Clause(
            boolean not,
            String field,
            @Nullable String key,
            Kind kind,
            String sign,
            @Nullable String value) {
        boolean fits(Map<String, Object> object) {
            return compares(found(object)) != not;
        }

        private @Nullable Object found(Map<String, Object> object) {
            Object found = object.get(field);
            return key == null ? found : found instanceof Map<?, ?> pairs ? pairs.get(key) : null;
        }

        private boolean compares(@Nullable Object found) {
            if (value == null) {
                return found == null;
            }
            if (found == null) {
                return false;
            }
            return switch (kind) {
                case NUMBER ->
                    found instanceof Number number && ordered(Long.compare(number.longValue(), Long.parseLong(value)));
                case WORD, FLAG -> found.toString().equalsIgnoreCase(value);
                case TEXT -> {
                    String text = found.toString().toLowerCase(Locale.ROOT);
                    String part = value.toLowerCase(Locale.ROOT);
                    yield sign.equals("~") ? text.contains(part) : text.equals(part);
                }
            };
        }

        private boolean ordered(int comparison) {
            return switch (sign) {
                case ">" -> comparison > 0;
                case ">=" -> comparison >= 0;
                case "<" -> comparison < 0;
                case "<=" -> comparison <= 0;
                default -> comparison == 0;
            };
        }
    }

    /** Reads a query; refuses what it does not understand, and never repeats a value. */
    static SearchQuery parse(String text, SearchFields fields) {
        List<Clause> clauses = new ArrayList<>();
        @Nullable String joined = null;
        Matcher clause = CLAUSE.matcher(text);
        Matcher join = JOIN.matcher(text);
        int at = 0;
        while (true) {
            if (!clause.region(at, text.length()).lookingAt()) {
                throw refused("cannot be read from character " + (at + 1) + " on");
            }
            if (clauses.size() == CLAUSES_MAX) {
                throw refused("has more than " + CLAUSES_MAX + " clauses");
            }
            clauses.add(clause(clause, fields));
            at = clause.end();
            if (text.substring(at).isBlank()) {
                return new SearchQuery(clauses, "OR".equals(joined));
            }
            if (!join.region(at, text.length()).lookingAt()) {
                throw refused("cannot be read from character " + (at + 1) + " on");
            }
            String word = join.group(1) == null ? "AND" : join.group(1).toUpperCase(Locale.ROOT);
            if (joined != null && !joined.equals(word)) {
                throw refused("joins clauses by AND and by OR; only one of them can be used in a query");
            }
            joined = word;
            at = join.end();
        }
    }

    private static Clause clause(Matcher matched, SearchFields fields) {
        String field = matched.group("field");
        String key = matched.group("single") != null ? matched.group("single") : matched.group("double");
        boolean metadata = field.equals("metadata");
        if (metadata != (key != null)) {
            throw refused(metadata ? "lacks the key in metadata['key']" : "has brackets after " + field);
        }
        Kind kind = metadata ? Kind.TEXT : fields.kinds().get(field);
        if (kind == null) {
            throw refused("names the field " + field + ", which cannot be searched for here");
        }
        String sign = matched.group("sign");
        String value = value(matched);
        if (value == null && !sign.equals(":")) {
            throw refused("compares " + field + " with null by " + sign);
        }
        boolean lawful = switch (kind) {
            case NUMBER -> !sign.equals("~") && (value == null || value.matches("-?[0-9]{1,18}"));
            case WORD -> sign.equals(":");
            case FLAG -> sign.equals(":") && (value == null || value.matches("true|false"));
            case TEXT -> sign.equals(":") || (sign.equals("~") && value != null && value.length() >= PART_LENGTH_MIN);
        };
        if (!lawful) {
            throw refused("compares " + field + " by " + sign + " in a way that it does not allow");
        }
        return new Clause(!matched.group("not").isEmpty(), field, key, kind, sign, value);
    }

    private static @Nullable String value(Matcher matched) {
        String bare = matched.group("bare");
        if (bare != null) {
            return bare.equals("null") ? null : bare;
        }
        String quoted = matched.group("value") != null ? matched.group("value") : matched.group("quoted");
        return String.valueOf(quoted).replaceAll("\\\\(.)", "$1");
    }

    private static ApiRefusal refused(String because) {
        return ApiRefusal.invalid("query", "We were unable to parse your search query: it " + because + ".");
    }

    boolean fits(Map<String, Object> object) {
        return any
                ? clauses.stream().anyMatch(clause -> clause.fits(object))
                : clauses.stream().allMatch(clause -> clause.fits(object));
    }
}
