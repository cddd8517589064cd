package io.giaovan.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceClassPathTest {
    @TempDir
    private Path folder;

    @Test
    void jarsAndFoldersOfOtherServicesStayAwayAndEverythingElseStays() throws IOException {
        Path engineFolder = Files.createDirectories(folder.resolve("one/classes"));
        Path mainClass = engineFolder.resolve("io/giaovan/routingengine/RoutingEngineApplication.class");
        Files.createDirectories(mainClass.getParent());
        Files.createFile(mainClass);
        Path orders = jar("two.jar", "io/giaovan/orderservice/OrderServiceApplication.class");
        Path library = jar("three.jar", "org/example/Library.class");
        String gone = folder.resolve("never-built").toString();
        String whole =
                String.join(File.pathSeparator, engineFolder.toString(), orders.toString(), library.toString(), gone);

        assertThat(ServiceClassPath.of(SplitService.ORDER_SERVICE, whole).split(File.pathSeparator))
                .containsExactly(orders.toString(), library.toString(), gone);
        assertThat(ServiceClassPath.of(SplitService.ROUTING_ENGINE, whole).split(File.pathSeparator))
                .containsExactly(engineFolder.toString(), library.toString(), gone);
    }

    @Test
    void everyServiceIsOnThisClassPathAndKeepsOnlyItself() {
        String whole = System.getProperty("java.class.path");

        for (SplitService service : SplitService.values()) {
            assertThat(whole.split(File.pathSeparator).length
                            - ServiceClassPath.of(service, whole).split(File.pathSeparator).length)
                    .as("entries taken away for %s", service)
                    .isEqualTo(SplitService.values().length - 1);
        }
    }

    private Path jar(String name, String entry) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(entry));
            out.closeEntry();
        }
        return jar;
    }
}
