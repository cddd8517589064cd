package io.giaovan.contracts.delivery;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lets a buyer keep a part of the parcel at the door, and says what is to be paid for it. There is one only where the
 * seller allows it.
 *
 * @param lines what is in the parcel, 1 to {@value #LINES_MAX} lines in one currency
 * @param deliveryFee what the buyer pays for the delivery, whatever is kept
 * @param handBackFee what the buyer pays besides when anything is handed back; never so much that keeping less costs more
 *     than keeping all
 */
public record DoorChoice(List<OrderLine> lines, Money deliveryFee, Money handBackFee) {
    public static final int LINES_MAX = 100;

    public DoorChoice {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > LINES_MAX) {
            throw new IllegalArgumentException("lines: " + lines.size() + " lines, allowed are 1 to " + LINES_MAX);
        }
        if (deliveryFee.isNegative()) {
            throw new IllegalArgumentException("deliveryFee: " + deliveryFee.amount() + " is below 0");
        }
        if (handBackFee.isNegative()) {
            throw new IllegalArgumentException("handBackFee: " + handBackFee.amount() + " is below 0");
        }
    }

    /** What the buyer pays who keeps everything. */
    public Money dueForAll() {
        return lines.stream().map(OrderLine::total).reduce(deliveryFee, Money::plus);
    }

    /**
     * What it means that a buyer keeps these items; lines that are not named are handed back. Empty when everything is
     * kept, so that the parcel is handed over whole.
     *
     * @throws ProblemException INVALID_FIELD for a line that is not there or named twice, for more than is in the parcel,
     *     or when nothing is kept
     */
    public Optional<PartAccepted> keeping(List<KeptItem> kept) {
        if (kept.size() > lines.size()) {
            throw ProblemException.invalid(
                    "kept", kept.size() + " entries", "are more than the " + lines.size() + " lines");
        }
        int[] quantities = new int[lines.size()];
        boolean[] named = new boolean[lines.size()];
        for (KeptItem item : kept) {
            if (item.line() > lines.size()) {
                throw ProblemException.invalid(
                        "kept.line", item.line(), "is not in the parcel, which has " + lines.size() + " lines");
            }
            if (named[item.line() - 1]) {
                throw ProblemException.invalid("kept.line", item.line(), "is named twice");
            }
            int inside = lines.get(item.line() - 1).quantity();
            if (item.quantity() > inside) {
                throw ProblemException.invalid(
                        "kept.quantity",
                        item.quantity(),
                        "is more than the " + inside + " pieces of line " + item.line());
            }
            named[item.line() - 1] = true;
            quantities[item.line() - 1] = item.quantity();
        }
        if (Arrays.stream(quantities).sum() == 0) {
            throw ProblemException.invalid(
                    "kept", "nothing", "is kept; report the attempt as failed with reason " + FailureReason.REFUSED);
        }
        return accepted(quantities);
    }

    private Optional<PartAccepted> accepted(int[] quantities) {
        Money due = deliveryFee.plus(handBackFee);
        boolean all = true;
        KeptItem[] kept = new KeptItem[quantities.length];
        for (int i = 0; i < quantities.length; i++) {
            due = due.plus(lines.get(i).unitPrice().times(quantities[i]));
            all &= quantities[i] == lines.get(i).quantity();
            kept[i] = new KeptItem(i + 1, quantities[i]);
        }
        Money most = dueForAll();
        return all
                ? Optional.empty()
                : Optional.of(new PartAccepted(List.of(kept), due.compareTo(most) < 0 ? due : most));
    }
}
