package io.giaovan.standalone.start;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One service in a process of its own, which ends when this process ends. */
final class ServiceProcess {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final SplitService service;
    private final URI address;
    private final Process process;
    private final ServiceLog log;

    private ServiceProcess(SplitService service, URI address, Process process, ServiceLog log) {
        this.service = service;
        this.address = address;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a service and returns at once.
     *
     * @param settings a properties file; what is secret travels there and never on the command line
     * @param logFile where its output goes
     */
    static ServiceProcess start(SplitService service, URI address, Path settings, Path logFile) {
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(
                        service.heapMax(),
                        "-Dmicronaut.config.files=file:" + settings.toAbsolutePath(),
                        service.mainClass()))
                .redirectErrorStream(true);
        builder.environment().put("CLASSPATH", ServiceClassPath.of(service, System.getProperty("java.class.path")));
        try {
            Process process = builder.start();
            return new ServiceProcess(service, address, process, ServiceLog.follow(process.getInputStream(), logFile));
        } catch (IOException broken) {
            throw new HouseNotStarted(service.label() + " cannot be started", broken);
        }
    }

    SplitService service() {
        return service;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * Whether it answers already.
     *
     * @throws HouseNotStarted when it has ended instead
     */
    boolean answers(HttpClient http, String houseKey) throws InterruptedException {
        if (!process.isAlive()) {
            throw new HouseNotStarted(service.label() + " ended with status " + process.exitValue()
                    + " while it started; it said last:\n" + log.lastLines());
        }
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/internal/backlog"))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + houseKey)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What to throw when the start has taken too long. */
    HouseNotStarted doesNotAnswer(Duration after) {
        return new HouseNotStarted(
                service.label() + " does not answer after " + after + "; it said last:\n" + log.lastLines());
    }

    /** Asks it to stop: what runs is finished. By its handle, which leaves open what it still says. */
    void askToStop() {
        process.toHandle().destroy();
    }

    /** Waits until it has stopped, and ends it by force when that takes too long. */
    void awaitStop() {
        try {
            if (process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        process.toHandle().destroyForcibly();
    }
}
