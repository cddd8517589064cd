package io.giaovan.store.document;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.NotBlank;

/**
 * Where documents are kept.
 *
 * @param uri MongoDB connection string; {@code MONGODB_URI} sets it in the launcher
 * @param database name of the database
 * @param soleOwner true when this process alone uses the store, so that what a dead process claimed is free at once
 */
@ConfigurationProperties("giaovan.store")
public record StoreSettings(
        @NotBlank @Bindable(defaultValue = "mongodb://127.0.0.1:27017/?retryWrites=false")
        String uri,

        @NotBlank @Bindable(defaultValue = "giaovan") String database,
        @Bindable(defaultValue = "false") boolean soleOwner) {}
