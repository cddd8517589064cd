package io.giaovan.orderservice.notice;

import io.giaovan.edge.page.Language;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How buyers and sellers are told.
 *
 * @param language language of text messages to buyers
 * @param keptFor how long sent text messages and finished webhook deliveries can be looked up
 */
@ConfigurationProperties("giaovan.notice")
public record NoticeSettings(
        @Bindable(defaultValue = "VI") Language language,
        @Bindable(defaultValue = "P30D") Duration keptFor) {}
