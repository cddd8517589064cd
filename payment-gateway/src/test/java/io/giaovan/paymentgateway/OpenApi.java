package io.giaovan.paymentgateway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A published interface description among the shared data, to hold bodies against. */
public final class OpenApi {
    private static final Map<String, OpenApi> READ = new ConcurrentHashMap<>();

    private final JsonNode components;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi30());

    private OpenApi(Path file) {
        try {
            this.components = new YAMLMapper().readTree(Files.readString(file)).get("components");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads a description; skips the test by name where the shared data is absent. */
    public static OpenApi read(String name, String test) {
        Path file = Path.of(System.getProperty("giaovan.shared", "../shared"), "specs", name);
        assumeTrue(
                Files.exists(file), "SKIPPED " + test + ": no description at " + file + " (property giaovan.shared)");
        return READ.computeIfAbsent(name, _ -> new OpenApi(file));
    }

    /** What does not fit; empty when all does. */
    public List<String> faults(String schema, String body) {
        return schemas
                .computeIfAbsent(
                        schema,
                        wanted -> registry.getSchema(
                                "{\"allOf\":[{\"$ref\":\"#/components/schemas/" + wanted + "\"}],\"components\":"
                                        + components + "}",
                                InputFormat.JSON))
                .validate(body, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
