package io.giaovan.routingengine.solve;

/** A small quick source of random numbers (xorshift64* by Vigna); one seed, one sequence. */
final class Dice {
    private long state;

    Dice(long seed) {
        state = seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
        if (state == 0) {
            state = 1;
        }
        next();
        next();
    }

    /** 64 random bits. */
    long next() {
        state ^= state >>> 12;
        state ^= state << 25;
        state ^= state >>> 27;
        return state * 0x2545F4914F6CDD1DL;
    }

    /** 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** At least 0 and less than 1. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }
}
