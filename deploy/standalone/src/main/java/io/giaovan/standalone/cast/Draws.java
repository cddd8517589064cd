package io.giaovan.standalone.cast;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Chance by name: what is drawn for one purpose never depends on what was drawn for another, or in which order. */
public final class Draws {
    private final long seed;

    public Draws(long seed) {
        this.seed = seed;
    }

    /** The chance of one purpose, always beginning anew. */
    public RandomGenerator of(String purpose) {
        long hash = 1125899906842597L;
        for (int i = 0; i < purpose.length(); i++) {
            hash = 31 * hash + purpose.charAt(i);
        }
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ hash);
        random.nextLong();
        return random;
    }

    /** Whether something happens that has this probability. */
    public boolean happens(String purpose, double probability) {
        return of(purpose).nextDouble() < probability;
    }

    public <T> T one(String purpose, List<T> of) {
        return of.get(of(purpose).nextInt(of.size()));
    }
}
