package io.giaovan.orderservice.intake;

import io.giaovan.contracts.parcel.MarketplaceNews;
import io.giaovan.contracts.parcel.Marketplaces;
import io.giaovan.edge.remote.HouseClient;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;

/** The marketplaces' outlet in another process. */
@Singleton
@Requires(property = "giaovan.remote.integrations")
final class RemoteMarketplaces implements Marketplaces {
    private final HouseClient client;
    private final URI integrations;

    RemoteMarketplaces(HouseClient client, @Value("${giaovan.remote.integrations}") URI integrations) {
        this.client = client;
        this.integrations = integrations;
    }

    record Tell(MarketplaceNews news) {}

    @Override
    public void tell(MarketplaceNews news) {
        client.post(integrations, "/internal/marketplaces/tell", new Tell(news));
    }
}
