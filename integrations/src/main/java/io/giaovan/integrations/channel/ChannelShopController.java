package io.giaovan.integrations.channel;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ProblemException;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connects a seller's shop on a marketplace; the same call again changes nothing. */
@Controller("/internal/channel-shops")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChannelShopController {
    private final ChannelShops shops;
    private final List<Marketplace> marketplaces;

    ChannelShopController(ChannelShops shops, List<Marketplace> marketplaces) {
        this.shops = shops;
        this.marketplaces = marketplaces;
    }

    /**
     * The shop to connect.
     *
     * @param callbackUrl the address the marketplace was given for its pushes; absent for the usual one
     */
    record Connection(
            String channel,
            String shopId,
            String merchantId,
            String secret,
            @Nullable String callbackUrl) {}

    record Connected(String channel, String shopId, String merchantId) {}

    @Post
    Connected connect(@Body Connection connection) {
        ChannelShop shop = new ChannelShop(
                connection.channel(),
                connection.shopId(),
                new MerchantId(connection.merchantId()),
                connection.secret(),
                connection.callbackUrl());
        List<String> known =
                marketplaces.stream().map(Marketplace::channel).sorted().toList();
        if (!known.contains(shop.channel())) {
            throw ProblemException.invalid("channel", shop.channel(), "is not one of " + String.join(", ", known));
        }
        if (!shops.connect(shop)) {
            throw ProblemException.invalid("shopId", shop.shopId(), "is connected for another merchant");
        }
        return new Connected(connection.channel(), connection.shopId(), connection.merchantId());
    }
}
