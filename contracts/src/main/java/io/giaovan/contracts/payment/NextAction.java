package io.giaovan.contracts.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer has to do so that a charge goes on.
 *
 * @param type for instance {@code vietqr_display_qr_code} or {@code carrier_billing_enter_otp}
 * @param qrData text of the QR code, for VietQR, else null
 * @param instructionsUrl a page with instructions, or null
 * @param expiresAt until when it can be done
 */
public record NextAction(
        String type, @Nullable String qrData, @Nullable String instructionsUrl, Instant expiresAt) {}
