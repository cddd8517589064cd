package io.giaovan.routingengine.dispatch.delivery;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.dispatch.DispatchSettings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Moves deliveries along. Every step may be repeated. Safe for use by many threads. */
@Singleton
public final class DeliveryDesk {
    private static final int RACES_MAX = 50;

    private final Deliveries deliveries;
    private final DispatchSettings settings;
    private final Clock clock;

    DeliveryDesk(Deliveries deliveries, DispatchSettings settings, Clock clock) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of a step. */
    public sealed interface Answer {
        Delivery delivery();

        /** It was done now. */
        record Done(Delivery delivery) implements Answer {}

        /** It had been done before. */
        record DoneBefore(Delivery delivery) implements Answer {}

        /** It is not allowed where the delivery stands. */
        record NotAllowed(Delivery delivery) implements Answer {}
    }

    /** Takes a step if the delivery stands where it is allowed. */
    public Answer take(DeliveryId id, DeliveryStep step) {
        for (int race = 0; race < RACES_MAX; race++) {
            Delivery before = get(id);
            switch (DeliveryLife.on(before, step, settings.attemptsMax())) {
                case DeliveryLife.Outcome.Moved(Delivery after) -> {
                    if (deliveries.update(after, clock.instant())) {
                        return new Answer.Done(after);
                    }
                }
                case DeliveryLife.Outcome.Unchanged(Delivery same) -> {
                    return new Answer.DoneBefore(same);
                }
                case DeliveryLife.Outcome.Refused(Delivery same) -> {
                    return new Answer.NotAllowed(same);
                }
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, "Delivery " + id + " is being changed by others");
    }

    /** Takes a step or refuses with OUT_OF_SEQUENCE. */
    public Delivery takeOrRefuse(DeliveryId id, DeliveryStep step) {
        return switch (take(id, step)) {
            case Answer.Done(Delivery delivery) -> delivery;
            case Answer.DoneBefore(Delivery delivery) -> delivery;
            case Answer.NotAllowed(Delivery delivery) ->
                throw new ProblemException(
                        ErrorCode.OUT_OF_SEQUENCE,
                        "Delivery " + id + " is " + delivery.state().status() + ", so "
                                + step.getClass().getSimpleName() + " is not allowed");
        };
    }

    public Optional<Delivery> find(DeliveryId id) {
        return deliveries.find(id);
    }

    public Delivery get(DeliveryId id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("delivery", id.value()));
    }

    /** Those that there are, in the order of the ids given. */
    public List<Delivery> list(Collection<DeliveryId> ids) {
        return deliveries.list(ids);
    }
}
