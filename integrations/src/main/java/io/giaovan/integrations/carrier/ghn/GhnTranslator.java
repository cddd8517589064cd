package io.giaovan.integrations.carrier.ghn;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.parcel.CarrierBookingRequest;
import jakarta.inject.Singleton;

/** Turns our booking into GHN's. */
@Singleton
final class GhnTranslator {
    private static final int PARCEL = 2;
    private static final int HEAVY = 5;
    private static final int HEAVY_FROM_GRAMS = 20_000;
    private static final int SELLER_PAYS = 1;

    GhnWire.Create translate(CarrierBookingRequest request) {
        if (!request.cashToCollect().currency().equals(Money.VND)) {
            throw new IllegalArgumentException("request.cashToCollect: ghn collects VND only, not "
                    + request.cashToCollect().currency());
        }
        int edge = edgeCentimetres(request.load().cubicCentimetres());
        return new GhnWire.Create(
                request.parcelCode(),
                request.sender().name(),
                request.sender().phone(),
                request.from().line(),
                request.from().ward(),
                request.from().province(),
                request.recipient().name(),
                request.recipient().phone(),
                request.to().line(),
                request.to().ward(),
                request.to().province(),
                request.load().grams(),
                edge,
                edge,
                edge,
                request.load().grams() < HEAVY_FROM_GRAMS ? PARCEL : HEAVY,
                SELLER_PAYS,
                "KHONGCHOXEMHANG",
                request.cashToCollect().amount());
    }

    /** GHN asks for edges and we know the volume: the cube that holds it. */
    static int edgeCentimetres(int cubicCentimetres) {
        return Math.max(1, (int) Math.ceil(Math.cbrt(cubicCentimetres) - 1e-9));
    }
}
