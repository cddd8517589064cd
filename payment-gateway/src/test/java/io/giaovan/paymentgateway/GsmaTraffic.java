package io.giaovan.paymentgateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.paymentgateway.RecordingProxy.Exchange;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds what travelled to and from a provider of mobile money against the published description. */
public final class GsmaTraffic {
    private GsmaTraffic() {}

    /** Fails when anything does not fit; returns the names of the schemas that were met. */
    public static Set<String> fits(OpenApi gsma, List<Exchange> exchanges) {
        TreeSet<String> seen = new TreeSet<>();
        for (Exchange exchange : exchanges) {
            if (exchange.method().equals("POST")) {
                String request = exchange.path().endsWith("/reversals") ? "requestReversal" : "requestTransactionType";
                assertThat(gsma.faults(request, exchange.request()))
                        .as(exchange.toString())
                        .isEmpty();
                seen.add(request);
            }
            String schema = schemaOf(exchange);
            assertThat(gsma.faults(schema, exchange.response()))
                    .as(exchange.toString())
                    .isEmpty();
            seen.add(schema);
        }
        return seen;
    }

    private static String schemaOf(Exchange exchange) {
        if (exchange.status() >= 400) {
            return "errorObject";
        }
        if (exchange.path().contains("/responses/")) {
            return "responseResponse";
        }
        return exchange.method().equals("POST") || exchange.path().contains("/requeststates/")
                ? "requestStateObject"
                : "responseTransaction";
    }
}
