package io.giaovan.orderservice.tracking;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DeliveryView;
import io.giaovan.contracts.delivery.LastMile;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.order.Order;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the last mile where a parcel is. When it does not answer, there is no estimate rather than no page. */
@Singleton
public final class Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final LastMile lastMile;

    Arrivals(LastMile lastMile) {
        this.lastMile = lastMile;
    }

    /** What is known of the parcel's arrival; empty when it is not with our couriers or nobody answers. */
    public Optional<DeliveryView> find(Order order) {
        String parcelCode = order.state().parcelCode();
        if (parcelCode == null || order.status().isEnd()) {
            return Optional.empty();
        }
        try {
            return lastMile.find(order.merchantId(), new DeliveryId(parcelCode));
        } catch (ProblemException noAnswer) {
            LOG.info("no estimate for order {}: {}", order.id(), noAnswer.code());
            return Optional.empty();
        }
    }
}
