package io.giaovan.standalone.crash.gateway;

import java.util.Map;
import java.util.TreeMap;

/** The settings by which a gateway and providers in another process find each other through the gates. */
final class Rails {
    private Rails() {}

    /**
     * The settings, the same for both processes.
     *
     * @param providers leads to the providers
     * @param news leads from the providers to the gateway
     */
    static Map<String, String> settings(Gate providers, Gate news) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("giaovan.rails.carrierbilling.base-url", providers.at("/sandbox/telecom/carrier-billing/vwip"));
        settings.put(
                "giaovan.rails.carrierbilling.refund-url",
                providers.at("/sandbox/telecom/carrier-billing-refund/vwip"));
        settings.put("giaovan.rails.mobilemoney.base-url", providers.at("/sandbox/mobilemoney/v1.2/mm"));
        settings.put("giaovan.rails.mobilemoney.callback-url", news.at("/callbacks/mobilemoney"));
        settings.put("giaovan.rails.momo.base-url", providers.at("/sandbox/wallet/momo"));
        settings.put("giaovan.rails.momo.ipn-url", news.at("/callbacks/momo"));
        settings.put("giaovan.rails.zalopay.base-url", providers.at("/sandbox/wallet/zalopay"));
        settings.put("giaovan.rails.zalopay.callback-url", news.at("/callbacks/zalopay"));
        settings.put("giaovan.rails.vnpay.base-url", providers.at("/sandbox/wallet/vnpay"));
        settings.put("giaovan.rails.vnpay.ipn-url", news.at("/callbacks/vnpay"));
        settings.put("giaovan.rails.bank.base-url", providers.at("/sandbox/bank/api"));
        settings.put("giaovan.rails.vietqr.notice-url", news.at("/callbacks/vietqr"));
        // Nobody waits for an answer of somebody who was killed.
        settings.put("giaovan.charges.ask-after", "PT0.2S");
        settings.put("giaovan.charges.ask-after-max", "PT2S");
        settings.put("giaovan.charges.poll-every", "PT1S");
        return settings;
    }
}
