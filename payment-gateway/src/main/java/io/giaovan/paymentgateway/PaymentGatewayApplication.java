package io.giaovan.paymentgateway;

import io.giaovan.edge.operation.StarterWatch;
import io.micronaut.runtime.Micronaut;

/** Starts the payment gateway alone. */
public final class PaymentGatewayApplication {
    private PaymentGatewayApplication() {}

    public static void main(String[] arguments) {
        StarterWatch.beginIfAsked();
        Micronaut.run(PaymentGatewayApplication.class, arguments);
    }
}
