package io.giaovan.paymentgateway.api.dispute;

import io.giaovan.contracts.payment.ChargeId;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** A telecom's notices of disputes, as the house's bookkeepers hand them in: telecoms have no common form for them. */
@Controller("/internal/disputes")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DisputeNoticeController {
    private final Disputes disputes;

    DisputeNoticeController(Disputes disputes) {
        this.disputes = disputes;
    }

    /**
     * A subscriber objects.
     *
     * @param chargeId the reference code under which the telecom knows the payment
     * @param reason the telecom's word
     */
    record Notice(String chargeId, String reason) {
        Notice {
            if (!reason.matches("[a-z_]{1,60}")) {
                throw new IllegalArgumentException("reason: '" + reason + "' is not 1 to 60 of a-z _");
            }
        }
    }

    /** How the telecom decided. */
    record Decision(boolean won) {}

    record Answer(String disputeId, String status) {}

    @Post
    Answer open(@Body Notice notice) {
        return answer(disputes.open(new ChargeId(notice.chargeId()), notice.reason()));
    }

    @Post("/{id}/decision")
    Answer decide(String id, @Body Decision decision) {
        return answer(disputes.decide(id, decision.won()));
    }

    private static Answer answer(Dispute dispute) {
        return new Answer(dispute.id(), dispute.status().name());
    }
}
