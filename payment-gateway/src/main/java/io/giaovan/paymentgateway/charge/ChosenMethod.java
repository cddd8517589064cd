package io.giaovan.paymentgateway.charge;

import io.giaovan.paymentgateway.rail.SealedPhone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the buyer pays.
 *
 * @param id {@code pm_…}
 * @param rail name of the rail
 * @param phone the phone account, for rails that need one
 * @param others rails that may take its place, next first, as long as no money can have moved
 */
public record ChosenMethod(String id, String rail, @Nullable SealedPhone phone, List<String> others) {
    public ChosenMethod {
        others = List.copyOf(others);
    }

    /** A rail that the buyer named: none takes its place. */
    public ChosenMethod(String id, String rail, @Nullable SealedPhone phone) {
        this(id, rail, phone, List.of());
    }

    /** The same over the next rail. */
    ChosenMethod next() {
        return new ChosenMethod(id, others.getFirst(), phone, others.subList(1, others.size()));
    }
}
