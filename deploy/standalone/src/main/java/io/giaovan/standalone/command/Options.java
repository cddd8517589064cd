package io.giaovan.standalone.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The options of one command: {@code --name value}, {@code --name=value}, and flags that take no value. */
public final class Options {
    private final Map<String, String> values = new LinkedHashMap<>();

    private Options() {}

    /**
     * Reads a command line.
     *
     * @param arguments what follows the command's name
     * @param valued names of options with a value, without dashes
     * @param flags names of options without
     * @throws UsageException when an option is unknown, given twice or lacks its value
     */
    public static Options read(List<String> arguments, List<String> valued, List<String> flags) {
        Options options = new Options();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String name = argument.startsWith("--") ? argument.substring(2).split("=", 2)[0] : "";
            String given;
            if (flags.contains(name) && !argument.contains("=")) {
                given = "true";
            } else if (valued.contains(name)) {
                if (argument.contains("=")) {
                    given = argument.split("=", 2)[1];
                } else if (i + 1 < arguments.size()) {
                    given = arguments.get(++i);
                } else {
                    throw new UsageException("--" + name + ": a value must follow");
                }
            } else {
                TreeSet<String> known = new TreeSet<>(valued);
                known.addAll(flags);
                throw new UsageException(
                        "'" + argument + "' is not known here; known are --" + String.join(", --", known));
            }
            if (options.values.put(name, given) != null) {
                throw new UsageException("--" + name + ": is given twice");
            }
        }
        return options;
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean has(String flag) {
        return values.containsKey(flag);
    }

    /** A whole number between two limits, both allowed. */
    public long number(String name, long usual, long min, long max) {
        String given = values.get(name);
        if (given == null) {
            return usual;
        }
        try {
            long number = Long.parseLong(given);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new UsageException(
                    "--" + name + ": '" + given + "' is not a whole number from " + min + " to " + max);
        }
        throw new UsageException("--" + name + ": " + given + " is outside " + min + " to " + max);
    }

    /** A number between two limits, both allowed. */
    public double decimal(String name, double usual, double min, double max) {
        String given = values.get(name);
        if (given == null) {
            return usual;
        }
        try {
            double number = Double.parseDouble(given);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new UsageException("--" + name + ": '" + given + "' is not a number from " + min + " to " + max);
        }
        throw new UsageException("--" + name + ": " + given + " is outside " + min + " to " + max);
    }
}
