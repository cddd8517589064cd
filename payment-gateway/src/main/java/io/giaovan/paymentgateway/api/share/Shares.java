package io.giaovan.paymentgateway.api.share;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.api.charge.ChargeShape;
import io.giaovan.paymentgateway.api.connect.Transfers;
import io.giaovan.paymentgateway.api.key.ConnectedMerchants;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.Movement;
import io.giaovan.paymentgateway.charge.MovementWatch;
import io.giaovan.paymentgateway.charge.Refund;
import io.giaovan.paymentgateway.charge.sharing.ShareIds;
import io.giaovan.paymentgateway.charge.sharing.Sharing;
import io.giaovan.paymentgateway.charge.sharing.TakenBack;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Shares what a charge captured, and takes it back with refunds. It hears of each movement after that was booked, again
 * after a crash, and everything it does has an id of the charge's or the refund's: so each is done, and done once. What a
 * merchant owes is booked whatever its balance holds, as refunds are.
 */
@Singleton
final class Shares implements MovementWatch {
    private final Transfers transfers;
    private final ApplicationFees fees;
    private final ConnectedMerchants connected;

    Shares(Transfers transfers, ApplicationFees fees, ConnectedMerchants connected) {
        this.transfers = transfers;
        this.fees = fees;
        this.connected = connected;
    }

    @Override
    public void booked(Charge charge, Movement movement) {
        if (charge.particulars().sharing().equals(Sharing.NONE)) {
            return;
        }
        switch (movement.kind()) {
            case CAPTURED -> share(charge, movement);
            case REFUND_STARTED ->
                charge.refund(movement.party()).ifPresent(refund -> takeBack(charge, refund, movement));
            case RECEIVED, MATCHED, EXCESS, PART_RELEASED, LATE, TAKEN_BACK, REFUND_PAID, REFUND_FAILED -> {}
        }
    }

    private void share(Charge charge, Movement captured) {
        Sharing sharing = charge.particulars().sharing();
        Money part = sharing.partOf(captured.amount());
        Money fee = sharing.feeOf(captured.amount());
        String chargeId = ChargeShape.idOf(charge.id());
        String destination = sharing.destination();
        if (destination != null && part.isPositive()) {
            transfers.passOn(
                    ShareIds.transfer(charge.id()),
                    charge.merchantId(),
                    destination,
                    part,
                    sharing.group(),
                    chargeId,
                    captured.at());
        }
        if (fee.isPositive()) {
            MerchantId platform = destination == null
                    ? connected
                            .platformOf(charge.merchantId())
                            .orElseThrow(() -> new IllegalStateException(charge.id() + " pays a fee to nobody"))
                    : charge.merchantId();
            MerchantId payer = destination == null ? charge.merchantId() : new MerchantId(destination);
            fees.take(new ApplicationFee(
                    ShareIds.fee(charge.id()), platform, payer, fee, chargeId, List.of(), captured.at(), 1));
        }
    }

    private void takeBack(Charge charge, Refund refund, Movement started) {
        TakenBack back = refund.takenBack();
        if (back.part().isPositive()) {
            transfers.takeBack(
                    charge.merchantId(),
                    ShareIds.transfer(charge.id()),
                    ShareIds.reversal(refund.id()),
                    back.part(),
                    started.at());
        }
        if (back.fee().isPositive()) {
            fees.giveBack(ShareIds.fee(charge.id()), ShareIds.feeRefund(refund.id()), back.fee(), started.at());
        }
    }
}
