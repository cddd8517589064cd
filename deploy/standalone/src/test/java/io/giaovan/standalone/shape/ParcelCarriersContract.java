package io.giaovan.standalone.shape;

import static io.giaovan.standalone.shape.Refusals.refused;
import static io.giaovan.standalone.shape.Refusals.refusedField;
import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.parcel.CarrierBooking;
import io.giaovan.contracts.parcel.CarrierBookingRequest;
import io.giaovan.contracts.parcel.ParcelCarriers;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.problem.ErrorCode;
import org.junit.jupiter.api.Test;

/** What order-service may rely on when it books parcel companies. */
abstract class ParcelCarriersContract {
    private static final String GHN = "ghn";

    abstract Shape shape();

    @Test
    void theCarriersThatAreSetUpAreListed() {
        assertThat(carriers().listCarriers()).containsExactly(GHN);
    }

    @Test
    void aParcelIsBookedOnceUnderItsCode() {
        CarrierBooking booked = carriers().book(GHN, request("P-BOOKED", merchant()));
        CarrierBooking again = carriers().book(GHN, request("P-BOOKED", merchant()));

        assertThat(booked.carrier()).isEqualTo(GHN);
        assertThat(booked.trackingCode()).isNotBlank();
        assertThat(booked.fee().isPositive()).isTrue();
        assertThat(again).isEqualTo(booked);
    }

    @Test
    void anUnknownCarrierAndACodeOfAnotherSellerAreNamed() {
        carriers().book(GHN, request("P-TAKEN", merchant()));

        refusedField("carrier", "pigeons", () -> carriers().book("pigeons", request("P-NEW", merchant())));
        refusedField(
                "request.parcelCode",
                "P-TAKEN",
                () -> carriers().book(GHN, request("P-TAKEN", new MerchantId("seller-2"))));
    }

    @Test
    void aBookingIsCancelledByItsSellerAndCancellingAgainChangesNothing() {
        CarrierBooking booked = carriers().book(GHN, request("P-CANCELLED", merchant()));

        refused(ErrorCode.NOT_FOUND, () -> carriers().cancel(new MerchantId("seller-2"), GHN, booked.trackingCode()));
        carriers().cancel(merchant(), GHN, booked.trackingCode());
        carriers().cancel(merchant(), GHN, booked.trackingCode());

        assertThat(carriers().book(GHN, request("P-CANCELLED", merchant()))).isEqualTo(booked);
        refused(ErrorCode.NOT_FOUND, () -> carriers().cancel(merchant(), GHN, "NO-SUCH-CODE"));
    }

    private ParcelCarriers carriers() {
        return shape().parcelCarriers();
    }

    private MerchantId merchant() {
        return new MerchantId(shape().cast().sellers().getFirst().id());
    }

    private CarrierBookingRequest request(String parcelCode, MerchantId merchant) {
        Address address = shape().cast().doors().getFirst();
        return new CarrierBookingRequest(
                parcelCode,
                merchant,
                new OrderId("order-" + parcelCode),
                new Contact("Kho", "0901234567"),
                address,
                new Contact("Hoa", "0912345678"),
                address,
                new ParcelLoad(1_500, 8_000, 1),
                Money.vnd(250_000));
    }
}
