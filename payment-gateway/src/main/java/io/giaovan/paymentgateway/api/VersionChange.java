package io.giaovan.paymentgateway.api;

import io.giaovan.contracts.merchant.MerchantId;
import java.util.Map;

/** One difference between a version of the API and those before it. */
public interface VersionChange {
    /** The day of the version that brought the change; earlier versions see the object as it was before. */
    String since();

    /** Which kind of object changed. */
    String kind();

    /** The object as it was before the change. */
    Map<String, Object> before(MerchantId merchantId, Map<String, Object> object);
}
