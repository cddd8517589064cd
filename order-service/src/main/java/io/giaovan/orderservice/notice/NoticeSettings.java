package io.giaovan.orderservice.notice;

import io.giaovan.edge.page.Language;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How buyers and sellers are told.
 *
 * @param language language of text messages to buyers
 * @param allowPrivateTargets true lets webhooks go to private addresses and over plain HTTP; for trials on one machine
 * @param connectTimeout how long a seller's server may take to accept a webhook's connection
 * @param answerTimeout how long it may take to answer
 * @param keptFor how long sent text messages and finished webhook deliveries can be looked up
 */
@ConfigurationProperties("giaovan.notice")
public record NoticeSettings(
        @Bindable(defaultValue = "VI") Language language,
        @Bindable(defaultValue = "false") boolean allowPrivateTargets,
        @Bindable(defaultValue = "PT5S") Duration connectTimeout,
        @Bindable(defaultValue = "PT15S") Duration answerTimeout,
        @Bindable(defaultValue = "P30D") Duration keptFor) {}
