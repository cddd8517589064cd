package io.giaovan.standalone.shape;

import static io.giaovan.standalone.shape.Refusals.refused;
import static io.giaovan.standalone.shape.Refusals.refusedField;
import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DeliveryRequest;
import io.giaovan.contracts.delivery.DeliveryStatus;
import io.giaovan.contracts.delivery.DeliveryView;
import io.giaovan.contracts.delivery.HoldId;
import io.giaovan.contracts.delivery.LastMile;
import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.delivery.SlotHold;
import io.giaovan.contracts.delivery.SlotOffer;
import io.giaovan.contracts.delivery.SlotQuery;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ErrorCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What order-service may rely on when it calls the last mile. */
abstract class LastMileContract {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final ParcelLoad LOAD = new ParcelLoad(1_200, 4_000, 1);

    abstract Shape shape();

    @Test
    void aSlotOnOfferIsHeldAndConfirmedUnderTheCallersId() {
        SlotOffer offer = firstOffer();
        HoldId id = new HoldId("hold-kept");

        SlotHold held = lastMile().hold(query(), offer.slotId(), id, AN_HOUR);
        SlotHold confirmed = lastMile().confirm(id);

        assertThat(offer.marginalCost().isNegative()).isFalse();
        assertThat(held).isEqualTo(new SlotHold(id, offer.slotId(), offer.window(), Shape.NOW.plus(AN_HOUR)));
        assertThat(confirmed.window()).isEqualTo(offer.window());
        assertThat(confirmed.expiresAt()).isEqualTo(offer.window().end());
    }

    @Test
    void holdingConfirmingAndReleasingAgainChangesNothing() {
        SlotOffer offer = firstOffer();
        HoldId id = new HoldId("hold-repeated");

        SlotHold first = lastMile().hold(query(), offer.slotId(), id, AN_HOUR);
        SlotHold again = lastMile().hold(query(), offer.slotId(), id, AN_HOUR);
        SlotHold confirmed = lastMile().confirm(id);
        SlotHold confirmedAgain = lastMile().confirm(id);
        lastMile().release(id);
        lastMile().release(id);
        lastMile().release(new HoldId("hold-never-made"));

        assertThat(again).isEqualTo(first);
        assertThat(confirmedAgain).isEqualTo(confirmed);
        refused(ErrorCode.HOLD_EXPIRED, () -> lastMile().confirm(id));
    }

    @Test
    void whatIsWrongWithAHoldIsNamedAndNothingIsHeld() {
        String slot = firstOffer().slotId();
        HoldId id = new HoldId("hold-refused");
        Duration tooLong = Duration.ofDays(30);

        refusedField("timeToLive", tooLong.toString(), () -> lastMile().hold(query(), slot, id, tooLong));
        refused(ErrorCode.NOT_FOUND, () -> lastMile().confirm(id));
    }

    @Test
    void anUnknownDepotAndAPlaceOffTheMapAreRefused() {
        Address door = shape().cast().doors().getFirst();
        SlotQuery elsewhere = new SlotQuery("no-such-depot", door, LOAD, Shape.NOW);
        SlotQuery offTheMap = new SlotQuery(depot(), door.at(new GeoPoint(48.2, 16.4)), LOAD, Shape.NOW);

        refused(ErrorCode.NOT_FOUND, () -> lastMile().offerSlots(elsewhere));
        refused(ErrorCode.OUTSIDE_MAP, () -> lastMile().offerSlots(offTheMap));
    }

    @Test
    void aDeliveryIsTakenOnceAndFoundOnlyByItsSeller() {
        DeliveryRequest request = request("delivery-taken");

        DeliveryView taken = lastMile().request(request);
        DeliveryView again = lastMile().request(request);

        assertThat(taken)
                .isEqualTo(new DeliveryView(request.id(), DeliveryStatus.REQUESTED, request.promised(), null, null, 0));
        assertThat(again).isEqualTo(taken);
        assertThat(lastMile().find(merchant(), request.id())).contains(taken);
        assertThat(lastMile().find(new MerchantId("someone-else"), request.id()))
                .isEmpty();
        assertThat(lastMile().find(merchant(), new DeliveryId("delivery-unknown")))
                .isEmpty();
    }

    @Test
    void aDeliveryIsWithdrawnOnceAndOnlyByItsSeller() {
        DeliveryRequest request = request("delivery-withdrawn");
        lastMile().request(request);

        refused(ErrorCode.NOT_FOUND, () -> lastMile().cancel(new MerchantId("someone-else"), request.id()));
        assertThat(lastMile().find(merchant(), request.id()).map(DeliveryView::status))
                .contains(DeliveryStatus.REQUESTED);
        DeliveryView cancelled = lastMile().cancel(merchant(), request.id());
        DeliveryView again = lastMile().cancel(merchant(), request.id());

        assertThat(cancelled.status()).isEqualTo(DeliveryStatus.CANCELLED);
        assertThat(again).isEqualTo(cancelled);
    }

    private LastMile lastMile() {
        return shape().lastMile();
    }

    private String depot() {
        return shape().cast().depots().getFirst().id();
    }

    private MerchantId merchant() {
        return new MerchantId(shape().cast().sellers().getFirst().id());
    }

    private SlotQuery query() {
        return new SlotQuery(depot(), shape().cast().doors().getFirst(), LOAD, Shape.NOW);
    }

    private SlotOffer firstOffer() {
        List<SlotOffer> offers = lastMile().offerSlots(query());
        assertThat(offers).isNotEmpty();
        return offers.getFirst();
    }

    private DeliveryRequest request(String id) {
        return new DeliveryRequest(
                new DeliveryId(id),
                merchant(),
                new OrderId("order-of-" + id),
                "P-" + id,
                depot(),
                shape().cast().doors().getFirst(),
                new Contact("Nguyễn Thị Hoa", "0912345678"),
                firstOffer().window(),
                LOAD,
                Money.vnd(250_000),
                Shape.NOW,
                null);
    }
}
