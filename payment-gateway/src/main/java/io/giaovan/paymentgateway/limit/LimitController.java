package io.giaovan.paymentgateway.limit;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.rail.PhoneVault;
import io.giaovan.paymentgateway.rail.SealedPhone;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** Rules of the limits and who they are for, for the house. A phone number goes in and never comes out. */
@Controller("/internal/limits")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LimitController {
    private final LimitBooks books;
    private final SubscriberLimits limits;
    private final PhoneVault vault;
    private final Clock clock;

    LimitController(LimitBooks books, SubscriberLimits limits, PhoneVault vault, Clock clock) {
        this.books = books;
        this.limits = limits;
        this.vault = vault;
        this.clock = clock;
    }

    record Rules(List<LimitRule> rules) {}

    record MerchantBucket(String merchantId, Bucket bucket) {}

    /** @param business true for a merchant's own account, to which no limit applies */
    record PayerAccount(String provider, String phone, boolean business) {
        @Override
        public String toString() {
            return "PayerAccount[" + provider + "]";
        }
    }

    record Payer(String provider, String phone, boolean business, Money standardUsed, Money essentialUsed) {
        @Override
        public String toString() {
            return "Payer[" + provider + "]";
        }
    }

    record Asked(String provider, String phone) {
        @Override
        public String toString() {
            return "Asked[" + provider + "]";
        }
    }

    @Get("/rules")
    Rules rules() {
        return new Rules(books.listRules().stream()
                .sorted(Comparator.comparing(LimitRule::provider)
                        .thenComparing(LimitRule::bucket)
                        .thenComparing(LimitRule::from))
                .toList());
    }

    @Post("/rules")
    LimitRule keep(@Body LimitRule rule) {
        books.keep(rule);
        return rule;
    }

    @Post("/merchants")
    MerchantBucket keep(@Body MerchantBucket given) {
        books.keepBucket(new MerchantId(given.merchantId()), given.bucket());
        return given;
    }

    @Post("/payers")
    Payer keep(@Body PayerAccount account) {
        SealedPhone phone = vault.seal(account.phone());
        books.keepBusiness(account.provider(), phone.index(), account.business());
        return payer(account.provider(), phone);
    }

    /** What a payer has used this month. */
    @Post("/payers/find")
    Payer find(@Body Asked asked) {
        return payer(asked.provider(), vault.seal(asked.phone()));
    }

    private Payer payer(String provider, SealedPhone phone) {
        return new Payer(
                provider,
                phone.masked(),
                books.isBusiness(provider, phone.index()),
                limits.used(provider, phone.index(), Bucket.STANDARD, clock.instant()),
                limits.used(provider, phone.index(), Bucket.ESSENTIAL, clock.instant()));
    }
}
