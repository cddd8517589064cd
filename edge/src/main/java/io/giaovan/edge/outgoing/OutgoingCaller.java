package io.giaovan.edge.outgoing;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts one body to one address and reads the status, nothing more: no redirects, no cookies, no second look at the
 * name. Java's own client looks names up itself, so it cannot be told which address to call; hence this plain one.
 */
@Singleton
public final class OutgoingCaller {
    private static final int STATUS_LINE_MAX = 4_096;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");

    private final OutgoingSettings settings;

    public OutgoingCaller(OutgoingSettings settings) {
        this.settings = settings;
    }

    /**
     * Posts JSON.
     *
     * @return the HTTP status
     * @throws IOException when there was no answer in time, or none that is HTTP
     */
    public int post(URI url, InetAddress address, Map<String, String> headers, String body) throws IOException {
        boolean secure = url.getScheme().equals("https");
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), (int)
                    settings.connectTimeout().toMillis());
            plain.setSoTimeout((int) settings.answerTimeout().toMillis());
            Socket socket = secure ? secured(plain, url.getHost(), port) : plain;
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(head(url, headers, content.length));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            return status(socket);
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] head(URI url, Map<String, String> headers, int length) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n")
                .append("Host: ")
                .append(url.getRawAuthority())
                .append("\r\n")
                .append("User-Agent: Giaovan\r\nAccept: */*\r\nConnection: close\r\n")
                .append("Content-Type: application/json\r\nContent-Length: ")
                .append(length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private int status(Socket socket) throws IOException {
        long deadline = System.nanoTime() + settings.answerTimeout().toNanos();
        InputStream answer = socket.getInputStream();
        String line = line(socket, answer, deadline);
        while (line.startsWith("HTTP/1.1 1")) {
            while (!line.isEmpty()) {
                line = line(socket, answer, deadline);
            }
            line = line(socket, answer, deadline);
        }
        Matcher matcher = STATUS_LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IOException("the answer is not HTTP");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static String line(Socket socket, InputStream answer, long deadline) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < STATUS_LINE_MAX) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new SocketTimeoutException("no answer in time");
            }
            socket.setSoTimeout((int) left);
            int next = answer.read();
            if (next < 0 || next == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            }
            line.write(next);
        }
        throw new IOException("the answer's first line is over " + STATUS_LINE_MAX + " bytes");
    }
}
