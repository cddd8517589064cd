package io.giaovan.standalone.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/**
 * Cuts this process's class path down to one service: what holds another service's main class stays away, so a service of
 * a split house has no beans of its neighbours. Works on jars and on folders of classes.
 */
public final class ServiceClassPath {
    private ServiceClassPath() {}

    /**
     * The class path of one service.
     *
     * @param whole the class path of a process that has all of them
     */
    public static String of(SplitService service, String whole) {
        Set<String> others = Arrays.stream(SplitService.values())
                .filter(other -> other != service)
                .map(other -> other.mainClass().replace('.', '/') + ".class")
                .collect(Collectors.toCollection(TreeSet::new));
        return Arrays.stream(whole.split(File.pathSeparator))
                .filter(entry -> others.stream().noneMatch(file -> holds(Path.of(entry), file)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean holds(Path entry, String file) {
        if (Files.isDirectory(entry)) {
            return Files.exists(entry.resolve(file));
        }
        if (!Files.isRegularFile(entry)) {
            return false;
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            return jar.getEntry(file) != null;
        } catch (IOException broken) {
            throw new HouseNotStarted("the class path's " + entry + " cannot be read", broken);
        }
    }
}
