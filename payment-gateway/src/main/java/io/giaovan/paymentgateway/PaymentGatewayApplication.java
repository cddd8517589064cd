package io.giaovan.paymentgateway;

import io.micronaut.runtime.Micronaut;

/** Starts the payment gateway alone. */
public final class PaymentGatewayApplication {
    private PaymentGatewayApplication() {}

    public static void main(String[] arguments) {
        Micronaut.run(PaymentGatewayApplication.class, arguments);
    }
}
