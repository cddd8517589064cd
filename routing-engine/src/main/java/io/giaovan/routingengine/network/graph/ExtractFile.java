package io.giaovan.routingengine.network.graph;

import io.giaovan.routingengine.network.RoadSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

/** Brings an extract to the local disk and names it by its content. */
final class ExtractFile {
    private static final int HASH_DIGITS = 20;

    private ExtractFile() {}

    /** The local file of the extract; a remote one is fetched once and kept in the work folder. */
    static Path local(RoadSource.Extract extract, Path workFolder, long bytesMax) throws IOException {
        checkName(extract.place());
        if (extract.isRemote()) {
            return fetched(URI.create(extract.place()), workFolder.resolve("downloads"), bytesMax);
        }
        Path file = Path.of(extract.place());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("network.source: there is no readable file " + file.toAbsolutePath());
        }
        return file;
    }

    /** First digits of the SHA-256 of the content. */
    static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
    }

    private static void checkName(String place) {
        String path = place.toLowerCase(Locale.ROOT).replaceFirst("[?#].*$", "");
        if (!path.endsWith(".pbf") && !path.endsWith(".osm") && !path.endsWith(".xml") && !path.endsWith(".osm.gz")) {
            throw new IllegalArgumentException("network.source: '" + place
                    + "' does not end in .osm.pbf, .osm, .osm.xml or .osm.gz, the forms that can be read");
        }
    }

    private static Path fetched(URI address, Path folder, long bytesMax) throws IOException {
        String key = HexFormat.of()
                .formatHex(sha256().digest(address.toString().getBytes(StandardCharsets.UTF_8)))
                .substring(0, HASH_DIGITS);
        String path = address.getPath();
        Path file = folder.resolve(key + "-" + path.substring(path.lastIndexOf('/') + 1));
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, key, ".part");
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(20))
                .build()) {
            HttpResponse<InputStream> response = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofMinutes(2))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException(
                            "network.source: " + address + " answered with status " + response.statusCode());
                }
                copy(body, part, address, bytesMax);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("network.source: fetching " + address + " was interrupted", e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void copy(InputStream body, Path part, URI address, long bytesMax) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(part)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                if (bytes > bytesMax) {
                    throw new IOException(
                            "network.source: " + address + " is larger than network.download-bytes " + bytesMax);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
