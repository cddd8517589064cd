package io.giaovan.paymentgateway.rail.vietqr;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.paymentgateway.rail.NextStep;
import io.giaovan.paymentgateway.rail.Rail;
import io.giaovan.paymentgateway.rail.RailAnswer;
import io.giaovan.paymentgateway.rail.RailOrder;
import io.giaovan.paymentgateway.rail.RefundAnswer;
import io.giaovan.paymentgateway.rail.Step;
import io.giaovan.paymentgateway.rail.bank.HouseBank;
import jakarta.inject.Singleton;
import java.util.Map;

/** Shows a code; the money comes later with a notice of the bank. */
@Singleton
final class VietQrRail implements Rail {
    static final String SHOW_CODE = "vietqr_display_qr_code";

    private final VietQrSettings settings;
    private final TransferCodes codes;
    private final HouseBank bank;

    VietQrRail(VietQrSettings settings, TransferCodes codes, HouseBank bank) {
        this.settings = settings;
        this.codes = codes;
        this.bank = bank;
    }

    @Override
    public String name() {
        return "vietqr";
    }

    @Override
    public ChargeMethod method() {
        return ChargeMethod.VIETQR;
    }

    @Override
    public boolean canHold() {
        return false;
    }

    @Override
    public boolean canTakeAtOnce() {
        return true;
    }

    @Override
    public boolean standsAtProvider() {
        return false;
    }

    @Override
    public RailAnswer start(RailOrder order) {
        if (!order.amount().currency().equals(Money.VND)) {
            return new RailAnswer.Refused("currency_not_supported", "A VietQR transfer is made in VND only");
        }
        TransferCode code = codes.claim(order.merchantId(), order.chargeId());
        VietQr qr = new VietQr(
                settings.bankBin(),
                settings.accountNumber(),
                VietQr.Service.QRIBFTTA,
                order.amount().amount(),
                code.value());
        Map<String, String> facts = Map.of(
                "data", qr.encode(),
                "bank_bin", settings.bankBin(),
                "account_number", settings.accountNumber(),
                "account_name", settings.accountName(),
                "transfer_content", code.value());
        return new RailAnswer.AwaitsBuyer(new NextStep(SHOW_CODE, facts, order.expiresAt()), code.value(), null);
    }

    @Override
    public RailAnswer enterPassword(RailOrder order, String password) {
        return new RailAnswer.Refused("password_not_expected", "A bank transfer asks for no password here");
    }

    @Override
    public RailAnswer capture(RailOrder order, Money amount) {
        return new RailAnswer.Refused("capture_not_supported", "A bank transfer cannot be held");
    }

    @Override
    public RailAnswer release(RailOrder order) {
        return new RailAnswer.Released();
    }

    @Override
    public RailAnswer ask(RailOrder order, Step step, Money amount) {
        return switch (step) {
            case START -> start(order);
            case RELEASE -> release(order);
            case VERIFY, CAPTURE -> capture(order, amount);
        };
    }

    @Override
    public RefundAnswer refund(RailOrder order, String refundId, Money amount) {
        return bank.sendBack(refundId, order.requiredReference(), amount);
    }
}
