package io.giaovan.standalone.day;

import java.time.Instant;
import java.util.PriorityQueue;

/** What is going to happen, by time; what is entered first happens first at the same time. Not safe for concurrent use. */
final class Agenda {
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private Instant now;
    private long entered;

    /** Something that happens. */
    @FunctionalInterface
    interface Happening {
        void happen();
    }

    private record Entry(Instant at, long number, Happening happening) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    Agenda(Instant begin) {
        this.now = begin;
    }

    /** The time of what is happening. */
    Instant now() {
        return now;
    }

    /** Enters something; a time that has passed means now. */
    void at(Instant time, Happening happening) {
        entries.add(new Entry(time.isBefore(now) ? now : time, ++entered, happening));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int size() {
        return entries.size();
    }

    /** When the next thing happens. */
    Instant next() {
        return entries.element().at();
    }

    /** Lets the next thing happen. */
    void step() {
        Entry entry = entries.remove();
        now = entry.at();
        entry.happening().happen();
    }
}
