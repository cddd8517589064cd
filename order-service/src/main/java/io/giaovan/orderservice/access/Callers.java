package io.giaovan.orderservice.access;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.BearerKey;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells which seller a request comes from. */
@Singleton
public final class Callers {
    private final AccessKeys keys;
    private final SellerSessions sessions;

    Callers(AccessKeys keys, SellerSessions sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    /** The seller behind a seller key, or behind the session of a page when no key is sent. */
    public MerchantId seller(HttpRequest<?> request) {
        return findSeller(request)
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.UNAUTHENTICATED, "Send a seller key as 'Authorization: Bearer …'"));
    }

    /** The same, empty when the key or session is missing or wrong. */
    public Optional<MerchantId> findSeller(HttpRequest<?> request) {
        return request.getHeaders().contains("Authorization")
                ? BearerKey.find(request).flatMap(key -> keys.find(KeyKind.SELLER, key))
                : sessions.find(request);
    }

    /** The seller whose shop calls the checkout. */
    public MerchantId shop(HttpRequest<?> request) {
        return BearerKey.find(request)
                .flatMap(key -> keys.find(KeyKind.SHOP, key))
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.UNAUTHENTICATED, "Send a shop key as 'Authorization: Bearer …'"));
    }
}
