/**
 * Decides which vehicle serves which stop in which order: a ruin-and-recreate search on primitive arrays inside an
 * OptaPlanner phase, with deadlines, seeds and re-planning. Serves the planning API, promises and dispatch. It must never
 * hand out a plan that the judge has not seen, nor leave a lawful plan for an unlawful one.
 *
 * <p>From the outside in: {@code Planner}, {@code KernelSolver} and {@code SolveCommand} take problems, {@code Kernel} runs
 * a {@code Search} while {@code Cooling} says how warm it is. A search takes stops out ({@code Ruin}), puts them back
 * ({@code Orders}, {@code Insertion} with its scans), exchanges tails ({@code TailExchange}) and puts known routes together
 * ({@code Recombination}); for a part of a fall stops may be absent ({@code SoftAbsence}) or routes too many
 * ({@code RouteBonus}) for less than that costs. All of it works on {@code Routes} of a {@code FlatProblem}; where rules ask for
 * more than loads and one window, {@code RichClock} and {@code RouteLoads} work a route out in full.
 */
@NullMarked
package io.giaovan.routingengine.solve;

import org.jspecify.annotations.NullMarked;
