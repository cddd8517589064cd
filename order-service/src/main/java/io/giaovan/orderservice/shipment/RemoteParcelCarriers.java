package io.giaovan.orderservice.shipment;

import com.fasterxml.jackson.core.type.TypeReference;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.parcel.CarrierBooking;
import io.giaovan.contracts.parcel.CarrierBookingRequest;
import io.giaovan.contracts.parcel.ParcelCarriers;
import io.giaovan.edge.remote.HouseClient;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/** Parcel companies behind integrations in another process. */
@Singleton
@Requires(property = "giaovan.remote.integrations")
final class RemoteParcelCarriers implements ParcelCarriers {
    private static final String PATH = "/internal/parcel-carriers/";

    private final HouseClient client;
    private final URI integrations;

    RemoteParcelCarriers(HouseClient client, @Value("${giaovan.remote.integrations}") URI integrations) {
        this.client = client;
        this.integrations = integrations;
    }

    record ListCarriers() {}

    record Book(String carrier, CarrierBookingRequest request) {}

    record Cancel(MerchantId merchantId, String carrier, String trackingCode) {}

    @Override
    public List<String> listCarriers() {
        return client.post(integrations, PATH + "list-carriers", new ListCarriers(), new TypeReference<>() {});
    }

    @Override
    public CarrierBooking book(String carrier, CarrierBookingRequest request) {
        return client.post(integrations, PATH + "book", new Book(carrier, request), CarrierBooking.class);
    }

    @Override
    public void cancel(MerchantId merchantId, String carrier, String trackingCode) {
        client.post(integrations, PATH + "cancel", new Cancel(merchantId, carrier, trackingCode));
    }
}
