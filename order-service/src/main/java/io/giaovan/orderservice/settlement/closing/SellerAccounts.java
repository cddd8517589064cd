package io.giaovan.orderservice.settlement.closing;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.orderservice.settlement.booking.AccountKey;
import java.util.List;

/** Keeps sellers' accounts. Safe for concurrent use. */
public interface SellerAccounts {
    /** The account as it stands, a fresh one when there is none. */
    SellerAccount get(AccountKey key);

    /** Accounts of a seller, one per currency. */
    List<SellerAccount> list(MerchantId merchantId);

    /** Accounts in the middle of a closing. */
    List<SellerAccount> listClosing();

    /** Returns false when somebody changed the account since it was read. */
    boolean save(SellerAccount account);
}
