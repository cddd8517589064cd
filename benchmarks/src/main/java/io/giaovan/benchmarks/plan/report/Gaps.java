package io.giaovan.benchmarks.plan.report;

import io.giaovan.benchmarks.plan.peer.Solver;
import io.giaovan.benchmarks.plan.race.Outcome;
import io.giaovan.benchmarks.plan.task.BestKnown;
import io.giaovan.benchmarks.plan.task.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Outcomes held against reference values: the best known value of the instance's convention or, where none is known, the
 * best plan of these outcomes.
 */
public final class Gaps {
    /** A solver that solves a smaller share of the instances than this is left out of the common set. */
    private static final double SOLVED_SHARE_MIN = 0.5;

    private final List<Outcome> outcomes;
    private final BestKnown bestKnown;

    public Gaps(List<Outcome> outcomes, BestKnown bestKnown) {
        this.outcomes = List.copyOf(outcomes);
        this.bestKnown = bestKnown;
    }

    /**
     * How a solver did on an instance at a limit, over its seeds.
     *
     * @param runs how many
     * @param lawful how many of them gave a lawful plan
     * @param gapPercent mean gap of the lawful ones, 0 without
     * @param vehicles mean number of vehicles of the lawful ones, 0 without
     * @param isLate whether a run took much longer than allowed
     */
    public record Cell(int runs, int lawful, double gapPercent, double vehicles, boolean isLate) {
        /** Whether every run gave a lawful plan. */
        public boolean isSolved() {
            return runs > 0 && lawful == runs;
        }
    }

    public List<Outcome> outcomes() {
        return outcomes;
    }

    public List<String> instances() {
        return List.copyOf(
                outcomes.stream().map(Outcome::instance).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    public List<Solver> solvers() {
        return List.copyOf(outcomes.stream().map(Outcome::solver).collect(Collectors.toCollection(TreeSet::new)));
    }

    public List<Double> limits() {
        return List.copyOf(outcomes.stream().map(Outcome::limitSeconds).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Whether an instance is compared with a published value, not with the best of these outcomes. */
    public boolean isPublished(String instance) {
        return published(instance).isPresent();
    }

    /** What an instance's costs are compared with, in its unit; empty when no one solved it. */
    public OptionalDouble reference(String instance) {
        OptionalDouble published = published(instance);
        return published.isPresent()
                ? published
                : outcomes.stream()
                        .filter(outcome -> outcome.instance().equals(instance) && outcome.isLawful())
                        .mapToDouble(outcome -> outcome.cost().orElseThrow())
                        .min();
    }

    private OptionalDouble published(String instance) {
        return outcomes.stream()
                .filter(outcome -> outcome.instance().equals(instance))
                .findFirst()
                .map(outcome -> bestKnown.find(instance, outcome.convention()))
                .orElseGet(OptionalDouble::empty);
    }

    /** The gap of one outcome in percent; empty without a lawful plan. */
    public OptionalDouble gapPercent(Outcome outcome) {
        OptionalDouble cost = outcome.cost();
        OptionalDouble reference = reference(outcome.instance());
        return cost.isEmpty() || reference.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * (cost.getAsDouble() / reference.getAsDouble() - 1));
    }

    public Cell cell(String instance, Solver solver, double limit) {
        List<Outcome> runs = outcomes.stream()
                .filter(outcome -> outcome.instance().equals(instance)
                        && outcome.solver() == solver
                        && outcome.limitSeconds() == limit)
                .toList();
        List<Outcome> lawful = runs.stream().filter(Outcome::isLawful).toList();
        return new Cell(
                runs.size(),
                lawful.size(),
                lawful.stream()
                        .mapToDouble(outcome -> gapPercent(outcome).orElseThrow())
                        .average()
                        .orElse(0),
                lawful.stream().mapToInt(Gaps::vehicles).average().orElse(0),
                runs.stream().anyMatch(Outcome::isLate));
    }

    private static int vehicles(Outcome outcome) {
        return switch (outcome.verdict()) {
            case Verdict.Lawful lawful -> lawful.vehicles();
            case Verdict.Unlawful _ -> 0;
        };
    }

    /** Instances for which every run of the solver at this limit gave a lawful plan. */
    public Set<String> solved(Solver solver, double limit) {
        return instances().stream()
                .filter(instance -> cell(instance, solver, limit).isSolved())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Solvers that solve at least half of the instances at this limit: only they are compared in one mean. */
    public List<Solver> compared(double limit) {
        return solvers().stream()
                .filter(solver -> solved(solver, limit).size()
                        >= SOLVED_SHARE_MIN * instances().size())
                .toList();
    }

    /** Instances that all compared solvers solve at this limit. */
    public Set<String> common(double limit) {
        Set<String> common = new LinkedHashSet<>(instances());
        compared(limit).forEach(solver -> common.retainAll(solved(solver, limit)));
        return common;
    }

    /** The solver's mean gap at this limit over those of the instances that it solves; empty when it solves none. */
    public OptionalDouble mean(Solver solver, double limit, Predicate<String> instances) {
        return solved(solver, limit).stream()
                .filter(instances)
                .mapToDouble(instance -> cell(instance, solver, limit).gapPercent())
                .average();
    }
}
