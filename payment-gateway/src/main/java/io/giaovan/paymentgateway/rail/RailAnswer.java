package io.giaovan.paymentgateway.rail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider answered. */
public sealed interface RailAnswer {
    /** Code of a refusal by which a provider takes back what it had taken for us. */
    String TAKEN_BACK = "taken_back_by_provider";

    /**
     * The buyer has to do something first.
     *
     * @param reference the provider's id, if it gave one
     * @param authorization what a password belongs to, if one is asked for
     */
    record AwaitsBuyer(
            NextStep next,
            @Nullable String reference,
            @Nullable String authorization) implements RailAnswer {}

    /** Cash will be taken at the door. */
    record AwaitsCash() implements RailAnswer {}

    /** The money is held for us until then. */
    record Held(String reference, Instant until) implements RailAnswer {}

    /** The money is taken. */
    record Taken(String reference) implements RailAnswer {}

    /** Nothing is held any more. */
    record Released() implements RailAnswer {}

    /**
     * The password does not fit; another may be tried.
     *
     * @param code stable name of the reason
     */
    record WrongPassword(String code) implements RailAnswer {}

    /**
     * The provider refused for good.
     *
     * @param code stable name of the reason, lower case
     * @param message what the payer can be told; no personal data
     */
    record Refused(String code, String message) implements RailAnswer {}

    /**
     * The provider surely has nothing of it, so another rail may take its place. Only the first call of an attempt can
     * say so: what became of an earlier one is a question.
     *
     * @param why for the log; no personal data
     */
    record NotAccepted(String why) implements RailAnswer {}

    /**
     * Nobody knows yet: ask later, never send again blindly.
     *
     * @param why for the log; no personal data
     */
    record Unknown(String why) implements RailAnswer {}
}
