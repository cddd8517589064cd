package io.giaovan.standalone.start;

import io.giaovan.edge.access.Secrets;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.random.RandomGenerator;

/**
 * The keys of a house, made at the first start and kept in a file that only its owner reads. A key that is asked for the
 * first time is made then. Safe for concurrent use.
 */
public final class KeyFile {
    /** The file in the data folder. */
    public static final String NAME = "keys.properties";

    private final Path file;
    private final RandomGenerator random;
    private final Properties keys = new Properties();

    private KeyFile(Path file, RandomGenerator random) {
        this.file = file;
        this.random = random;
    }

    /** Opens the keys of a data folder, which must exist. */
    public static KeyFile open(Path folder, RandomGenerator random) {
        KeyFile opened = new KeyFile(folder.resolve(NAME), random);
        if (Files.exists(opened.file)) {
            try (Reader reader = Files.newBufferedReader(opened.file)) {
                opened.keys.load(reader);
            } catch (IOException broken) {
                throw new UncheckedIOException("the keys in " + opened.file + " cannot be read", broken);
            }
        }
        return opened;
    }

    /** The secret that the house's services share. */
    public String house() {
        return get("house", "house_");
    }

    /**
     * A key by name.
     *
     * @param prefix what a new one begins with
     */
    public synchronized String get(String name, String prefix) {
        String known = keys.getProperty(name);
        if (known != null) {
            return known;
        }
        String made = Secrets.newKey(prefix, random);
        keys.setProperty(name, made);
        OwnerFile.write(file, keys, "Keys of this house. Whoever has them can do everything here.");
        return made;
    }
}
