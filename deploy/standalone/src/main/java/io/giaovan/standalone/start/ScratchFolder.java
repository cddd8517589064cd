package io.giaovan.standalone.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A folder for one throw-away house, deleted when closed.
 *
 * @param path where it is
 */
public record ScratchFolder(Path path) implements AutoCloseable {
    public static ScratchFolder make() {
        try {
            return new ScratchFolder(Files.createTempDirectory("giaovan-"));
        } catch (IOException broken) {
            throw new UncheckedIOException("no temporary folder can be made", broken);
        }
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException broken) throws IOException {
                    Files.deleteIfExists(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException("the temporary folder " + path + " cannot be deleted", broken);
        }
    }
}
