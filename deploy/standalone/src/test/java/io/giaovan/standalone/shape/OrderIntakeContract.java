package io.giaovan.standalone.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.IncomingOrder;
import io.giaovan.contracts.order.IntakeOutcome;
import io.giaovan.contracts.order.OrderIntake;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.place.Contact;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.HouseApi.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What integrations may rely on when they hand orders over. */
abstract class OrderIntakeContract {
    abstract Shape shape();

    @Test
    void anOrderIsAcceptedOnceAndItsGoodsAreReservedOnce() {
        IncomingOrder order = order("2612-ACCEPTED", article(0).sku(), PaymentKind.MARKETPLACE);
        long before = reserved(article(0).sku());

        IntakeOutcome accepted = intake().accept(order);
        IntakeOutcome again = intake().accept(order);

        assertThat(accepted.kind()).isEqualTo(IntakeOutcome.Kind.ACCEPTED);
        assertThat(accepted.orderId()).isNotNull();
        assertThat(again)
                .isEqualTo(new IntakeOutcome(IntakeOutcome.Kind.ALREADY_ACCEPTED, accepted.orderId(), null, null));
        assertThat(reserved(article(0).sku())).isEqualTo(before + 2);
    }

    @Test
    void whatIsWrongWithAnOrderIsNamedAndReservesNothing() {
        IntakeOutcome unknownArticle = intake().accept(order("2612-UNKNOWN", "NO-SUCH-SKU", PaymentKind.MARKETPLACE));
        IntakeOutcome wrongPayment =
                intake().accept(order("2612-PAYMENT", article(1).sku(), PaymentKind.VIETQR));

        assertThat(unknownArticle.kind()).isEqualTo(IntakeOutcome.Kind.REFUSED);
        assertThat(unknownArticle.orderId()).isNull();
        assertThat(unknownArticle.code()).isEqualTo("INVALID_FIELD");
        assertThat(unknownArticle.detail()).contains("sku");
        assertThat(wrongPayment.code()).isEqualTo("INVALID_FIELD");
        assertThat(wrongPayment.detail()).contains("payment", "VIETQR");
        assertThat(reserved(article(1).sku())).isZero();
    }

    @Test
    void anOrderIsCancelledOnceAndItsGoodsAreFree() {
        IncomingOrder order = order("2612-CANCELLED", article(2).sku(), PaymentKind.CASH);
        IntakeOutcome accepted = intake().accept(order);

        IntakeOutcome cancelled = cancel(order.externalId());
        IntakeOutcome again = cancel(order.externalId());

        assertThat(accepted.kind()).isEqualTo(IntakeOutcome.Kind.ACCEPTED);
        assertThat(cancelled)
                .isEqualTo(new IntakeOutcome(IntakeOutcome.Kind.CANCELLED, accepted.orderId(), null, null));
        assertThat(again).isEqualTo(cancelled);
        shape().awaitWorkDone();
        assertThat(reserved(article(2).sku())).isZero();
    }

    @Test
    void cancellingWhatNeverCameInIsRefused() {
        IntakeOutcome outcome = cancel("2612-NEVER-CAME");

        assertThat(outcome.kind()).isEqualTo(IntakeOutcome.Kind.REFUSED);
        assertThat(outcome.code()).isEqualTo("NOT_FOUND");
    }

    private OrderIntake intake() {
        return shape().orderIntake();
    }

    /** A seller of this contract alone, because stock is counted. */
    private Cast.Seller seller() {
        return shape().cast().sellers().get(1);
    }

    private Cast.Article article(int number) {
        return seller().articles().get(number);
    }

    private IntakeOutcome cancel(String externalId) {
        return intake().cancel(new MerchantId(seller().id()), "chogo", externalId, "buyer changed their mind");
    }

    private IncomingOrder order(String externalId, String sku, PaymentKind payment) {
        return new IncomingOrder(
                "chogo",
                externalId,
                new MerchantId(seller().id()),
                List.of(new OrderLine(sku, "Trà sen", 2, article(0).price())),
                new Contact("Lê Minh Sơn", "0912345678"),
                shape().cast().doors().getFirst(),
                payment,
                null,
                Shape.NOW);
    }

    private long reserved(String sku) {
        for (JsonNode article : shape().api()
                .mustGet(Service.ORDERS, "/seller/v1/stock", seller().sellerKey())
                .path("products")) {
            if (article.path("sku").asText().equals(sku)) {
                return article.path("reserved").asLong();
            }
        }
        throw new AssertionError("the seller has no " + sku);
    }
}
