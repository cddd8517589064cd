package io.giaovan.orderservice.stock;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.access.Callers;
import io.giaovan.orderservice.merchant.Merchants;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** Shows a seller its stock; lets the house register products. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class StockController {
    private static final int PRODUCTS_MAX = 1_000;

    private final Stock stock;
    private final Merchants merchants;
    private final Callers callers;

    StockController(Stock stock, Merchants merchants, Callers callers) {
        this.stock = stock;
        this.merchants = merchants;
        this.callers = callers;
    }

    record ProductsRequest(String merchantId, List<Product> products) {
        ProductsRequest {
            if (products.isEmpty() || products.size() > PRODUCTS_MAX) {
                throw new IllegalArgumentException(
                        "products: " + products.size() + " products, allowed are 1 to " + PRODUCTS_MAX);
            }
            products = List.copyOf(products);
        }
    }

    record ProductAnswer(String sku, String name, int onHand, int reserved) {}

    record ProductsAnswer(List<ProductAnswer> products) {}

    @Post("/internal/products")
    ProductsAnswer register(@Body ProductsRequest request) {
        MerchantId merchantId = new MerchantId(request.merchantId());
        if (merchants.find(merchantId).isEmpty()) {
            throw ProblemException.invalid("merchantId", merchantId, "there is no such merchant");
        }
        stock.register(merchantId, request.products());
        var levels = stock.findAll(
                merchantId, request.products().stream().map(Product::sku).toList());
        return new ProductsAnswer(
                levels.values().stream().map(StockController::answer).toList());
    }

    @Get("/seller/v1/stock")
    ProductsAnswer list(HttpRequest<?> request) {
        return new ProductsAnswer(stock.list(callers.seller(request), PRODUCTS_MAX).stream()
                .map(StockController::answer)
                .toList());
    }

    private static ProductAnswer answer(StockLevel level) {
        return new ProductAnswer(level.sku(), level.name(), level.onHand(), level.reserved());
    }
}
