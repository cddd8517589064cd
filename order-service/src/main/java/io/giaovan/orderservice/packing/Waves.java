package io.giaovan.orderservice.packing;

import io.giaovan.contracts.merchant.MerchantId;
import java.util.Optional;

/** Keeps waves. */
interface Waves {
    /** Keeps a wave; one with the same id stays as it is and is returned. */
    Wave keep(Wave wave);

    Optional<Wave> find(MerchantId merchantId, String id);
}
