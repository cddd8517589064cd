package io.giaovan.standalone.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.standalone.start.SplitHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contracts over HTTP, with the four services in processes of their own. */
class FourProcessesShapeIT {
    private static Shape shape;

    @BeforeAll
    static void start() {
        shape = Shape.fourProcesses();
    }

    @AfterAll
    static void stop() {
        if (shape != null) {
            shape.close();
        }
    }

    @Nested
    class LastMileHere extends LastMileContract {
        @Override
        Shape shape() {
            return shape;
        }
    }

    @Nested
    class PaymentDeskHere extends PaymentDeskContract {
        @Override
        Shape shape() {
            return shape;
        }
    }

    @Nested
    class OrderIntakeHere extends OrderIntakeContract {
        @Override
        Shape shape() {
            return shape;
        }
    }

    @Nested
    class MarketplacesHere extends MarketplacesContract {
        @Override
        Shape shape() {
            return shape;
        }
    }

    @Nested
    class ParcelCarriersHere extends ParcelCarriersContract {
        @Override
        Shape shape() {
            return shape;
        }
    }

    @Test
    void theServicesHaveAProcessAndAnAddressEach() {
        List<ProcessHandle> processes = ((SplitHouse) shape.house()).processes();
        var at = shape.house().addresses();

        assertThat(processes).hasSize(4).allMatch(ProcessHandle::isAlive);
        assertThat(List.of(at.orders(), at.engine(), at.payments(), at.partners()))
                .doesNotHaveDuplicates()
                .allSatisfy(address -> assertThat(address.getPort()).isBetween(20_000, 32_000));
    }

    @Test
    void secretsTravelInFilesThatOnlyTheirOwnerReads() throws IOException {
        String key = shape.house().keys().house();
        Path settings = shape.scratch().path().resolve("settings");

        for (ProcessHandle process : ((SplitHouse) shape.house()).processes()) {
            assertThat(process.info().commandLine())
                    .hasValueSatisfying(
                            line -> assertThat(line).contains("Application").doesNotContain(key));
        }
        try (Stream<Path> files = Files.list(settings)) {
            assertThat(files).hasSize(4).allSatisfy(file -> {
                assertThat(file).content().contains(key);
                assertThat(Files.getPosixFilePermissions(file))
                        .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            });
        }
    }
}
