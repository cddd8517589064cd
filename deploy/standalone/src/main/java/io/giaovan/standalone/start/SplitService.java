package io.giaovan.standalone.start;

/** The services of a split house, each with its main class and the memory it may use. */
public enum SplitService {
    ORDER_SERVICE("order-service", "io.giaovan.orderservice.OrderServiceApplication", "256m"),
    ROUTING_ENGINE("routing-engine", "io.giaovan.routingengine.RoutingEngineApplication", "384m"),
    PAYMENT_GATEWAY("payment-gateway", "io.giaovan.paymentgateway.PaymentGatewayApplication", "256m"),
    INTEGRATIONS("integrations", "io.giaovan.integrations.IntegrationsApplication", "256m");

    private final String label;
    private final String mainClass;
    private final String heapMax;

    SplitService(String label, String mainClass, String heapMax) {
        this.label = label;
        this.mainClass = mainClass;
        this.heapMax = heapMax;
    }

    /** The service's name in settings, messages and file names. */
    String label() {
        return label;
    }

    String mainClass() {
        return mainClass;
    }

    /** Largest heap, in the words of {@code -Xmx}. */
    String heapMax() {
        return heapMax;
    }

    /** The setting under which its callers find it. */
    String remoteSetting() {
        return "giaovan.remote." + label;
    }
}
