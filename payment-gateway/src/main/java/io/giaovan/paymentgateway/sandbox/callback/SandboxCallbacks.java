package io.giaovan.paymentgateway.sandbox.callback;

import io.giaovan.paymentgateway.rail.RailHttp;
import io.giaovan.paymentgateway.rail.RailHttp.NoAnswer;
import io.giaovan.paymentgateway.rail.RailHttp.Reply;
import io.giaovan.paymentgateway.sandbox.SandboxFaults;
import io.giaovan.paymentgateway.sandbox.callback.MongoSandboxCallbacks.Waiting;
import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the house what fake providers have to tell, again and again until it is taken or the tries are used up. */
@Singleton
public final class SandboxCallbacks implements UnfinishedWork, ApplicationEventListener<StartupEvent> {
    static final int TRIES_MAX = 16;
    private static final Logger LOG = LoggerFactory.getLogger(SandboxCallbacks.class);
    private static final long POLL_MILLIS = 200;
    private static final long[] WAITS_MILLIS = {200, 200, 400, 600, 1_000, 1_600, 2_600, 4_200};

    private final MongoSandboxCallbacks waiting;
    private final Clock wall;
    private final RailHttp http = new RailHttp(Duration.ofSeconds(5));
    private final Semaphore signal = new Semaphore(0);
    private @Nullable Thread worker;

    SandboxCallbacks(MongoSandboxCallbacks waiting, @Named("wall") Clock wall) {
        this.waiting = waiting;
        this.wall = wall;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        worker = Thread.ofPlatform().name("sandbox-callbacks").daemon().start(this::run);
    }

    /** Keeps it until it is taken; the script may hold it back or have it told twice. */
    public void tell(SandboxCallback callback, SandboxFaults faults) {
        waiting.keep(callback, wall.instant().toEpochMilli() + faults.holdBackMillis(), faults.duplicates());
        signal.release();
    }

    @Override
    public String name() {
        return "sandbox callbacks";
    }

    @Override
    public long unfinished() {
        return waiting.count();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (signal.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
                for (Waiting next : waiting.list()) {
                    if (next.notBeforeMillis() <= wall.instant().toEpochMilli()) {
                        deliver(next);
                    }
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException trouble) {
                LOG.warn("callbacks will be told again: {}", trouble.toString());
            }
        }
    }

    private void deliver(Waiting next) {
        SandboxCallback callback = next.callback();
        boolean taken = isTaken(callback);
        if (taken && next.twice()) {
            taken = isTaken(callback);
        }
        int tries = next.tries() + 1;
        if (taken || tries >= TRIES_MAX) {
            waiting.done(callback.id());
            return;
        }
        long wait = WAITS_MILLIS[Math.min(tries, WAITS_MILLIS.length) - 1];
        waiting.tryLater(callback.id(), tries, wall.instant().toEpochMilli() + wait);
    }

    private boolean isTaken(SandboxCallback callback) {
        URI address = URI.create(callback.address());
        try {
            Reply reply = switch (callback.method()) {
                case "GET" -> http.get(address, callback.headers());
                case "PUT" -> http.put(address, callback.body(), callback.headers());
                default -> http.post(address, callback.body(), callback.headers());
            };
            return switch (callback.taken()) {
                case BY_STATUS -> reply.ok();
                case BY_RETURN_CODE -> {
                    int code = reply.body().path("return_code").asInt();
                    yield code == 1 || code == 2;
                }
                case BY_RSP_CODE -> reply.body().path("RspCode").asText("").matches("0[02]");
            };
        } catch (NoAnswer noAnswer) {
            LOG.info("a callback got no answer: {}", noAnswer.getMessage());
            return false;
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        if (worker != null) {
            worker.interrupt();
            worker.join(TimeUnit.SECONDS.toMillis(5));
        }
    }
}
