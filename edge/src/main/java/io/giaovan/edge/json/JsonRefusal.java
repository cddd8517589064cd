package io.giaovan.edge.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.FieldError;
import io.giaovan.contracts.problem.ProblemException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in our words why a JSON body could not be read: which field, which value, what would be allowed. */
public final class JsonRefusal {
    private static final Set<String> PERSONAL = Set.of("phone", "name", "line", "password", "otp", "key", "secret");

    private JsonRefusal() {}

    /** Finds the JSON trouble among the causes of an exception. */
    public static Optional<ProblemException> among(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return Optional.of(problem);
            }
            if (cause instanceof JsonProcessingException json) {
                return Optional.of(of(json));
            }
        }
        return Optional.empty();
    }

    /** Translates one exception of the JSON reader. */
    public static ProblemException of(JsonProcessingException trouble) {
        return switch (trouble) {
            case StreamConstraintsException deep ->
                new ProblemException(
                        ErrorCode.BAD_JSON,
                        "The JSON is nested too deeply or a value is too long: " + deep.getOriginalMessage());
            case JsonParseException broken ->
                new ProblemException(
                        ErrorCode.BAD_JSON,
                        "The JSON is broken at line " + broken.getLocation().getLineNr() + ", column "
                                + broken.getLocation().getColumnNr());
            case UnrecognizedPropertyException unknown ->
                invalid(
                        path(unknown),
                        "",
                        "is not known here; known are "
                                + unknown.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            case InvalidNullException missing -> invalid(path(missing), "null", "must be given");
            case InvalidFormatException format ->
                invalid(path(format), String.valueOf(format.getValue()), expected(format.getTargetType()));
            case ValueInstantiationException refused -> refused(refused);
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case JsonMappingException mapping ->
                mapping.getCause() instanceof JsonParseException broken
                        ? of(broken)
                        : invalid(path(mapping), "", "cannot be read");
            default -> new ProblemException(ErrorCode.BAD_JSON, "The body is not JSON");
        };
    }

    private static ProblemException refused(ValueInstantiationException refused) {
        String message = refused.getCause() instanceof IllegalArgumentException illegal && illegal.getMessage() != null
                ? illegal.getMessage()
                : "is not allowed";
        int colon = message.indexOf(": ");
        String inner = colon > 0 ? message.substring(0, colon) : "";
        String limit = colon > 0 ? message.substring(colon + 2) : message;
        String outer = path(refused);
        String innerName = inner.substring(inner.lastIndexOf('.') + 1);
        String field = inner.isEmpty() || outer.endsWith(innerName)
                ? outer
                : outer.isEmpty() ? inner : outer + "." + innerName;
        return invalid(field, "", limit);
    }

    private static ProblemException mismatch(MismatchedInputException mismatch) {
        String message = mismatch.getOriginalMessage();
        if (message.contains("No content to map") || mismatch.getPath().isEmpty() && message.contains("end-of-input")) {
            return new ProblemException(ErrorCode.BAD_JSON, "The body is empty");
        }
        int quote = message.indexOf("creator property '");
        if (message.startsWith("Missing required creator property") && quote >= 0) {
            String name = message.substring(quote + 18, message.indexOf('\'', quote + 18));
            String outer = path(mismatch);
            return invalid(
                    outer.isEmpty() || outer.equals(name) || outer.endsWith("." + name)
                            ? name(outer, name)
                            : outer + "." + name,
                    "",
                    "must be given");
        }
        return invalid(path(mismatch), "", expected(mismatch.getTargetType()));
    }

    private static String name(String outer, String name) {
        return outer.isEmpty() ? name : outer;
    }

    private static ProblemException invalid(String field, String value, String limit) {
        String name = field.substring(field.lastIndexOf('.') + 1);
        String shown = PERSONAL.contains(name) ? "" : value;
        String detail =
                (field.isEmpty() ? "The body" : field) + (shown.isEmpty() ? "" : ": '" + shown + "'") + " " + limit;
        return new ProblemException(ErrorCode.INVALID_FIELD, detail, List.of(new FieldError(field, shown, limit)));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "has the wrong type";
        }
        if (type.isEnum()) {
            return "is not one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "is not an ISO-8601 " + type.getSimpleName().toLowerCase(Locale.ROOT)
                    + ", for instance 2026-11-24T09:00:00Z";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "is not a whole number in range";
        }
        return "is not a " + type.getSimpleName();
    }

    private static String path(JsonMappingException trouble) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : trouble.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }
}
