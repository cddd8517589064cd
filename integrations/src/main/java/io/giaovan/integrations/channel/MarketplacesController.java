package io.giaovan.integrations.channel;

import io.giaovan.contracts.parcel.MarketplaceNews;
import io.giaovan.contracts.parcel.Marketplaces;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Lets order-service tell marketplaces from another process. */
@Controller("/internal/marketplaces")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MarketplacesController {
    private final Marketplaces marketplaces;

    MarketplacesController(StoredMarketplaces marketplaces) {
        this.marketplaces = marketplaces;
    }

    record Tell(MarketplaceNews news) {}

    @Post("/tell")
    @Status(HttpStatus.NO_CONTENT)
    void tell(@Body Tell tell) {
        marketplaces.tell(tell.news());
    }
}
