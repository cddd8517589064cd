package io.giaovan.routingengine.network.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.RoadLimits;
import io.giaovan.routingengine.network.RoadSource;
import io.giaovan.routingengine.network.TinyRoads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractFileTest {
    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        byte[] roads = TinyRoads.OPEN_ROADS.getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tiny.osm", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, roads.length);
            exchange.getResponseBody().write(roads);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anExtractIsFetchedOnceAndThenKept() {
        RoadSource source = new RoadSource.Extract(address("tiny.osm"));

        RoadGraph first = RoadNetworks.open(source, folder, RoadLimits.DEFAULT);
        RoadGraph second = RoadNetworks.open(source, folder, RoadLimits.DEFAULT);

        assertThat(second.snapshotId()).isEqualTo(first.snapshotId()).startsWith("osm-");
        assertThat(asked).hasValue(1);
        first.close();
        second.close();
    }

    @Test
    void aDownloadOverTheLimitIsRefusedAndLeavesNothing() {
        RoadLimits small = new RoadLimits(300, 10, 100);

        assertThatThrownBy(() -> RoadNetworks.open(new RoadSource.Extract(address("tiny.osm")), folder, small))
                .hasMessageContaining("larger than network.download-bytes 100");
        assertThat(folder.resolve("downloads")).isEmptyDirectory();
    }

    @Test
    void aMissingExtractTellsTheStatus() {
        assertThatThrownBy(() ->
                        RoadNetworks.open(new RoadSource.Extract(address("other.osm")), folder, RoadLimits.DEFAULT))
                .hasMessageContaining("answered with status 404");
    }

    private String address(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }
}
