package io.giaovan.paymentgateway.rail.vietqr;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The account that buyers transfer to.
 *
 * @param bankBin six digits of our bank
 * @param accountNumber our account there
 * @param accountName whose name the buyer's bank shows, without marks
 * @param noticeForm in whose form the bank's notices come; only one, because each has ids of its own and the same
 *     transfer in two forms would count twice
 * @param noticeSecret signs the bank's notices; derived from the house's key when absent
 * @param noticeUrl where the sandbox bank sends its notices; this process when absent
 */
@ConfigurationProperties("giaovan.rails.vietqr")
public record VietQrSettings(
        @Pattern(regexp = "[0-9]{6}") @Bindable(defaultValue = "970436")
        String bankBin,

        @Pattern(regexp = "[A-Za-z0-9]{1,19}") @Bindable(defaultValue = "1023456789012")
        String accountNumber,

        @Bindable(defaultValue = "CONG TY GIAO VAN") String accountName,
        @Bindable(defaultValue = "SEPAY") NoticeForm noticeForm,
        @Nullable String noticeSecret,
        @Nullable String noticeUrl) {
    /** Services that tell of transfers. */
    public enum NoticeForm {
        SEPAY("/callbacks/vietqr"),
        PAYOS("/callbacks/vietqr/payos"),
        CASSO("/callbacks/vietqr/casso");

        private final String path;

        NoticeForm(String path) {
            this.path = path;
        }

        /** Where notices of this form come in. */
        public String path() {
            return path;
        }
    }

    @Override
    public String toString() {
        return "VietQrSettings[" + bankBin + "]";
    }
}
