package io.giaovan.standalone.day;

import io.giaovan.standalone.cast.Cast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was seen on stage. Not safe for concurrent use. */
final class Notes {
    /** Where an order came from. */
    enum Source {
        MARKETPLACE,
        SHOP
    }

    /**
     * An order that the house, or the marketplace, accepted.
     *
     * @param number which buyer's, from 0
     * @param seller whose
     * @param source where it came from
     * @param payment how it is paid
     * @param orderId our id, or null for a marketplace's order
     * @param externalId the marketplace's number, or null
     */
    record Accepted(
            int number,
            Cast.Seller seller,
            Source source,
            String payment,
            @Nullable String orderId,
            @Nullable String externalId) {}

    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private long metres;
    private long cost;
    private long iterations;
    private int plans;
    private double planSeconds;

    void accept(Accepted order) {
        accepted.add(order);
    }

    void refuse(String code) {
        refused.merge(code, 1, Integer::sum);
    }

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    void planned(long planMetres, long planCost, long planIterations, double seconds) {
        plans++;
        metres += planMetres;
        cost += planCost;
        iterations += planIterations;
        planSeconds += seconds;
    }

    List<Accepted> accepted() {
        return accepted;
    }

    Map<String, Integer> refused() {
        return refused;
    }

    int counted(String what) {
        return counts.getOrDefault(what, 0);
    }

    long metres() {
        return metres;
    }

    long cost() {
        return cost;
    }

    long iterations() {
        return iterations;
    }

    int plans() {
        return plans;
    }

    double planSeconds() {
        return planSeconds;
    }
}
