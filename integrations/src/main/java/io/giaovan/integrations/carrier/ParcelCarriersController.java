package io.giaovan.integrations.carrier;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.parcel.CarrierBooking;
import io.giaovan.contracts.parcel.CarrierBookingRequest;
import io.giaovan.contracts.parcel.ParcelCarriers;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** Lets order-service book parcels from another process. */
@Controller("/internal/parcel-carriers")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ParcelCarriersController {
    private final ParcelCarriers carriers;

    ParcelCarriersController(BookedParcelCarriers carriers) {
        this.carriers = carriers;
    }

    record ListCarriers() {}

    record Book(String carrier, CarrierBookingRequest request) {}

    record Cancel(MerchantId merchantId, String carrier, String trackingCode) {}

    @Post("/list-carriers")
    List<String> listCarriers(@Body ListCarriers nothing) {
        return carriers.listCarriers();
    }

    @Post("/book")
    CarrierBooking book(@Body Book book) {
        return carriers.book(book.carrier(), book.request());
    }

    @Post("/cancel")
    @Status(HttpStatus.NO_CONTENT)
    void cancel(@Body Cancel cancel) {
        carriers.cancel(cancel.merchantId(), cancel.carrier(), cancel.trackingCode());
    }
}
