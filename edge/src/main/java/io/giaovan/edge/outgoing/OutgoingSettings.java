package io.giaovan.edge.outgoing;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How addresses that strangers gave us are called.
 *
 * @param allowPrivateTargets true lets calls go to private addresses and over plain HTTP; for trials on one machine
 * @param connectTimeout how long a server may take to accept a connection
 * @param answerTimeout how long it may take to answer
 */
@ConfigurationProperties("giaovan.outgoing")
public record OutgoingSettings(
        @Bindable(defaultValue = "false") boolean allowPrivateTargets,
        @Bindable(defaultValue = "PT5S") Duration connectTimeout,
        @Bindable(defaultValue = "PT15S") Duration answerTimeout) {}
