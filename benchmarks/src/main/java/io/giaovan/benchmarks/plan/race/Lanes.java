package io.giaovan.benchmarks.plan.race;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes many runs: one at a time on each core, in the order of the list. */
public final class Lanes {
    private final List<Race> races;

    /** With a race for each core. */
    public Lanes(List<Race> races) {
        this.races = List.copyOf(races);
    }

    /** Is told of each run as it ends, never of two at once. */
    @FunctionalInterface
    public interface Ended {
        void run(Outcome outcome) throws IOException;
    }

    /** Makes all runs; the first trouble ends the lanes once their present runs are over. */
    public void run(List<Entry> entries, Ended ended) throws IOException {
        Queue<Entry> waiting = new ConcurrentLinkedQueue<>(entries);
        try (ExecutorService lanes = Executors.newFixedThreadPool(races.size())) {
            List<Future<?>> going = new ArrayList<>();
            for (Race race : races) {
                going.add(lanes.submit(() -> {
                    try {
                        for (Entry entry = waiting.poll(); entry != null; entry = waiting.poll()) {
                            Outcome outcome = race.run(entry);
                            synchronized (this) {
                                ended.run(outcome);
                            }
                        }
                        return null;
                    } finally {
                        waiting.clear();
                    }
                }));
            }
            for (Future<?> lane : going) {
                lane.get();
            }
        } catch (ExecutionException trouble) {
            throw new IOException("a run could not be made", trouble.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two runs", stop);
        }
    }
}
