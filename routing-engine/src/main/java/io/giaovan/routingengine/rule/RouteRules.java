package io.giaovan.routingengine.rule;

import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.VehicleRoute;
import java.util.Arrays;
import java.util.function.Function;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;

/** One constraint per {@link Law}, named by its label; each penalises what {@link RouteFindings} counts on a route. */
public final class RouteRules implements ConstraintProvider {
    /** One object, so that all constraints share the work of reading a route. */
    private static final Function<VehicleRoute, RouteFindings> FINDINGS = RouteFindings::of;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return Arrays.stream(Law.values()).map(law -> rule(factory, law)).toArray(Constraint[]::new);
    }

    private static Constraint rule(ConstraintFactory factory, Law law) {
        return factory.forEach(VehicleRoute.class)
                .map(FINDINGS)
                .filter(findings -> findings.amount(law) > 0)
                .penalizeLong(weight(law.level()), findings -> findings.amount(law))
                .asConstraint(law.label());
    }

    private static HardMediumSoftLongScore weight(Law.Level level) {
        return switch (level) {
            case HARD -> HardMediumSoftLongScore.ONE_HARD;
            case MEDIUM -> HardMediumSoftLongScore.ONE_MEDIUM;
            case SOFT -> HardMediumSoftLongScore.ONE_SOFT;
        };
    }
}
