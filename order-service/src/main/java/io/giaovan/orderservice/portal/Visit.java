package io.giaovan.orderservice.portal;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.edge.page.Language;
import io.micronaut.http.HttpRequest;

/**
 * A signed-in seller who asks for a page.
 *
 * @param request what is asked
 * @param merchantId who asks
 * @param seller the seller's name
 * @param token for the page's forms
 */
public record Visit(HttpRequest<?> request, MerchantId merchantId, String seller, String token) {
    public Language language() {
        return Language.of(request);
    }

    /** Which part of the portal it is, for the navigation. */
    public boolean in(String part) {
        return request.getPath().startsWith("/portal/" + part);
    }
}
