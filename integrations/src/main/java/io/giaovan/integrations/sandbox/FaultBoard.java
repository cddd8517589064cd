package io.giaovan.integrations.sandbox;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The faults in force for each sandbox partner, until the process ends or others are ordered. */
@Singleton
public final class FaultBoard {
    private final Map<String, Faults> faults = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();

    public void order(String partner, Faults ordered) {
        faults.put(partner, ordered);
    }

    public Faults of(String partner) {
        return faults.getOrDefault(partner, Faults.NONE);
    }

    /** Carries a call out under the faults in force. */
    public HttpResponse<?> under(String partner, Supplier<HttpResponse<?>> call) {
        Faults now = of(partner);
        String key = "call|" + calls.incrementAndGet();
        if (now.strikes(now.throttlePercent(), key + "|throttle")) {
            return HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", "1");
        }
        if (now.strikes(now.errorsPercent(), key + "|error")) {
            return HttpResponse.status(HttpStatus.INTERNAL_SERVER_ERROR);
        }
        HttpResponse<?> answer = call.get();
        return now.strikes(now.dropRepliesPercent(), key + "|reply")
                ? HttpResponse.status(HttpStatus.BAD_GATEWAY)
                : answer;
    }
}
