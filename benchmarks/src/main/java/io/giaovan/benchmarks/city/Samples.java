package io.giaovan.benchmarks.city;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** How long single calls took, in milliseconds. */
final class Samples {
    private final List<Double> sorted;

    private Samples(List<Double> taken) {
        sorted = new ArrayList<>(taken);
        Collections.sort(sorted);
    }

    /**
     * Makes calls from several callers at once, each one after another, and takes the time of each.
     *
     * @param pause between two calls of one caller; zero for none
     */
    static Samples of(int callers, int callsEach, Duration pause, IntConsumer call) {
        List<Double> taken = Collections.synchronizedList(new ArrayList<>());
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            for (int number = 0; number < callers; number++) {
                int caller = number;
                int first = caller * callsEach;
                running.add(threads.submit(() -> {
                    Thread.sleep(pause.multipliedBy(caller).dividedBy(callers));
                    for (int i = 0; i < callsEach; i++) {
                        long begin = System.nanoTime();
                        call.accept(first + i);
                        taken.add((System.nanoTime() - begin) / 1e6);
                        Thread.sleep(pause);
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a call failed", broken.getCause());
        }
        return new Samples(taken);
    }

    /** The time within which this share of the calls was answered. */
    double within(double share) {
        int place = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.clamp(place, 0, sorted.size() - 1));
    }

    int count() {
        return sorted.size();
    }
}
