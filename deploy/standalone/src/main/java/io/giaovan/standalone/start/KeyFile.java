package io.giaovan.standalone.start;

import io.giaovan.edge.access.Secrets;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.random.RandomGenerator;

/**
 * The keys of a house, made at the first start and kept in a file that only its owner reads. A key that is asked for the
 * first time is made then. Safe for concurrent use.
 */
public final class KeyFile {
    private static final String NAME = "keys.properties";

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
        write();
        return made;
    }

    private void write() {
        Path fresh = file.resolveSibling(NAME + ".new");
        try {
            Files.deleteIfExists(fresh);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                keys.store(writer, "Keys of this house. Whoever has them can do everything here.");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException("the keys cannot be written to " + file, broken);
        }
    }
}
