package io.giaovan.orderservice.stock;

import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** What the goods of an order take up together in one box, by the sizes that the seller registered. */
public final class ParcelSize {
    private ParcelSize() {}

    /**
     * Adds the sizes up.
     *
     * @throws ProblemException INVALID_FIELD when the seller has no such article, LIMIT_REACHED when no vehicle carries
     *     the box
     */
    public static ParcelLoad of(Stock stock, MerchantId merchantId, List<OrderLine> lines) {
        Map<String, StockLevel> known = stock.findAll(
                merchantId, lines.stream().map(OrderLine::sku).distinct().toList());
        long grams = 0;
        long cubicCentimetres = 0;
        for (int i = 0; i < lines.size(); i++) {
            OrderLine line = lines.get(i);
            StockLevel level = known.get(line.sku());
            if (level == null) {
                throw ProblemException.invalid("lines[" + i + "].sku", line.sku(), "is not an article of the seller");
            }
            grams += (long) level.grams() * line.quantity();
            cubicCentimetres += (long) level.cubicCentimetres() * line.quantity();
        }
        if (grams > ParcelLoad.GRAMS_MAX || cubicCentimetres > ParcelLoad.CUBIC_CENTIMETRES_MAX) {
            throw new ProblemException(
                    ErrorCode.LIMIT_REACHED,
                    "lines: together " + grams + " g and " + cubicCentimetres + " cm³, allowed are "
                            + ParcelLoad.GRAMS_MAX + " g and " + ParcelLoad.CUBIC_CENTIMETRES_MAX + " cm³");
        }
        return new ParcelLoad((int) grams, (int) cubicCentimetres, 1);
    }
}
