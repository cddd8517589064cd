package io.giaovan.orderservice.merchant;

import io.giaovan.contracts.merchant.MerchantId;
import java.util.Optional;

/** The sellers. Safe for concurrent use. */
public interface Merchants {
    Optional<Merchant> find(MerchantId id);

    /** @throws io.giaovan.contracts.problem.ProblemException NOT_FOUND when there is no such seller */
    Merchant get(MerchantId id);

    /** Adds a seller or changes what is known of it. */
    void save(Merchant merchant);
}
