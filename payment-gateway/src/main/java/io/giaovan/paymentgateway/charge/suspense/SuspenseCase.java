package io.giaovan.paymentgateway.charge.suspense;

import io.giaovan.contracts.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Money in suspense with everything that was decided about it.
 *
 * @param id the ledger's transfer that brought it there
 * @param amount what came
 * @param since when
 * @param references what the transfer belongs to: why, the bank's notice, a charge
 * @param trail decisions, oldest first, at most {@value #RESOLUTIONS_MAX}
 * @param version of the stored document, 0 when nothing was decided yet
 */
record SuspenseCase(
        String id, Money amount, Instant since, Map<String, String> references, List<Resolution> trail, long version) {
    static final int RESOLUTIONS_MAX = 50;

    SuspenseCase {
        trail = List.copyOf(trail);
        references = Map.copyOf(references);
    }

    /** What nobody decided about yet. */
    Money open() {
        return trail.stream()
                .filter(step -> step.status() != Resolution.Status.NOT_WANTED)
                .map(Resolution::amount)
                .reduce(amount, Money::minus);
    }

    Optional<Resolution> find(String reference) {
        return trail.stream().filter(step -> step.reference().equals(reference)).findFirst();
    }

    SuspenseCase with(Resolution step) {
        List<Resolution> changed = new ArrayList<>();
        trail.forEach(known -> changed.add(known.reference().equals(step.reference()) ? step : known));
        if (find(step.reference()).isEmpty()) {
            changed.add(step);
        }
        return new SuspenseCase(id, amount, since, references, changed, version);
    }
}
