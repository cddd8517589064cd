package io.giaovan.integrations.channel.chogo;

import io.giaovan.contracts.parcel.MarketplaceNews;

/** What the marketplace's statuses mean to us. An unknown one means "still pending", never success or failure. */
final class ChogoStatusTable {
    private ChogoStatusTable() {}

    static ImportStep importStep(String rawStatus) {
        return ChogoStatus.find(rawStatus)
                .map(status -> switch (status) {
                    case READY_TO_SHIP, PROCESSED, RETRY_SHIP -> ImportStep.ACCEPT;
                    case IN_CANCEL -> ImportStep.ANSWER_CANCELLATION;
                    case CANCELLED -> ImportStep.CANCEL;
                    case UNPAID, SHIPPED, TO_CONFIRM_RECEIVE, TO_RETURN, COMPLETED -> ImportStep.NOTHING;
                })
                .orElse(ImportStep.ALERT);
    }

    static ChogoCall callTowards(MarketplaceNews.Step goal, ChogoStatus status) {
        return switch (goal) {
            case SHIPPED ->
                switch (status) {
                    case READY_TO_SHIP, PROCESSED, RETRY_SHIP -> ChogoCall.SHIP_ORDER;
                    case IN_CANCEL -> ChogoCall.REJECT_CANCELLATION;
                    case SHIPPED, TO_CONFIRM_RECEIVE, COMPLETED, TO_RETURN -> ChogoCall.NOTHING;
                    case UNPAID, CANCELLED -> ChogoCall.IMPOSSIBLE;
                };
            case DELIVERED ->
                switch (status) {
                    case READY_TO_SHIP, PROCESSED, RETRY_SHIP -> ChogoCall.SHIP_ORDER;
                    case IN_CANCEL -> ChogoCall.REJECT_CANCELLATION;
                    case SHIPPED -> ChogoCall.MARK_DELIVERED;
                    case TO_CONFIRM_RECEIVE, COMPLETED, TO_RETURN -> ChogoCall.NOTHING;
                    case UNPAID, CANCELLED -> ChogoCall.IMPOSSIBLE;
                };
            case RETURNED ->
                switch (status) {
                    case READY_TO_SHIP, PROCESSED, RETRY_SHIP -> ChogoCall.SHIP_ORDER;
                    case IN_CANCEL -> ChogoCall.ACCEPT_CANCELLATION;
                    case SHIPPED, TO_CONFIRM_RECEIVE, COMPLETED -> ChogoCall.MARK_RETURNED;
                    case TO_RETURN, CANCELLED -> ChogoCall.NOTHING;
                    case UNPAID -> ChogoCall.IMPOSSIBLE;
                };
            case CANCELLED ->
                switch (status) {
                    case UNPAID, READY_TO_SHIP, PROCESSED, RETRY_SHIP -> ChogoCall.CANCEL_ORDER;
                    case IN_CANCEL -> ChogoCall.ACCEPT_CANCELLATION;
                    case CANCELLED, TO_RETURN -> ChogoCall.NOTHING;
                    case SHIPPED, TO_CONFIRM_RECEIVE, COMPLETED -> ChogoCall.IMPOSSIBLE;
                };
        };
    }
}
