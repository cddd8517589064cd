package io.giaovan.paymentgateway.api.setup;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.paymentgateway.charge.ChosenMethod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wish to charge a buyer later.
 *
 * @param id {@code seti_…}
 * @param state where it stands
 * @param method the way to pay that is proven, once chosen
 * @param customer whose it becomes, or null
 * @param usage {@code off_session} or {@code on_session}
 * @param methodTypes rails the buyer may choose from
 * @param attempts how many attempts were made at the provider
 * @param reference the provider's id of the last attempt, once it gave one
 * @param authorization what a one-time password belongs to, if one is asked for
 * @param holding whether the provider may still hold the proof's amount
 * @param version of the stored document
 */
record SetupIntent(
        String id,
        MerchantId merchantId,
        SetupState state,
        @Nullable ChosenMethod method,
        @Nullable String customer,
        String usage,
        @Nullable String description,
        Map<String, String> metadata,
        List<String> methodTypes,
        int attempts,
        @Nullable String reference,
        @Nullable String authorization,
        boolean holding,
        Instant createdAt,
        long version) {
    SetupIntent {
        metadata = Map.copyOf(metadata);
        methodTypes = List.copyOf(methodTypes);
    }

    /** Under this id the provider knows the proof. */
    ChargeId proofId() {
        return new ChargeId("pi_setup_" + id.substring("seti_".length()));
    }

    String attemptId() {
        return proofId() + "_" + attempts;
    }

    SetupIntent with(SetupState other) {
        return new SetupIntent(
                id,
                merchantId,
                other,
                method,
                customer,
                usage,
                description,
                metadata,
                methodTypes,
                attempts,
                reference,
                authorization,
                holding,
                createdAt,
                version);
    }

    SetupIntent withProvider(@Nullable String otherReference, @Nullable String otherAuthorization, boolean holds) {
        return new SetupIntent(
                id,
                merchantId,
                state,
                method,
                customer,
                usage,
                description,
                metadata,
                methodTypes,
                attempts,
                otherReference,
                otherAuthorization,
                holds,
                createdAt,
                version);
    }

    /** A new attempt with a way to pay. */
    SetupIntent begun(ChosenMethod chosen) {
        return new SetupIntent(
                id,
                merchantId,
                new SetupState.Starting(),
                chosen,
                customer,
                usage,
                description,
                metadata,
                methodTypes,
                attempts + 1,
                null,
                null,
                true,
                createdAt,
                version);
    }

    SetupIntent noted(
            @Nullable ChosenMethod otherMethod,
            @Nullable String otherCustomer,
            @Nullable String otherDescription,
            Map<String, String> otherMetadata) {
        SetupState next = state instanceof SetupState.RequiresPaymentMethod && otherMethod != null
                ? new SetupState.RequiresConfirmation()
                : state;
        return new SetupIntent(
                id,
                merchantId,
                next,
                otherMethod,
                otherCustomer,
                usage,
                otherDescription,
                otherMetadata,
                methodTypes,
                attempts,
                reference,
                authorization,
                holding,
                createdAt,
                version);
    }
}
