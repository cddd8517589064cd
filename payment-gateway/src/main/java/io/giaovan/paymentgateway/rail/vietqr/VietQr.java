package io.giaovan.paymentgateway.rail.vietqr;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A VietQR code (NAPAS IBFT over EMVCo merchant-presented mode).
 *
 * @param bankBin six digits of the receiving bank
 * @param account account or card number, up to 19 letters and digits
 * @param service to an account or to a card
 * @param dong amount in whole đồng, for a code that is used once, else null
 * @param purpose what the transfer will say, ASCII, up to 25 characters, or null
 */
public record VietQr(
        String bankBin,
        String account,
        Service service,
        @Nullable Long dong,
        @Nullable String purpose) {
    public static final int PURPOSE_LENGTH_MAX = 25;
    private static final String NAPAS = "A000000727";

    /** Where the money goes. */
    public enum Service {
        QRIBFTTA,
        QRIBFTTC
    }

    /** What reading a code found. */
    public sealed interface Reading {
        record Read(VietQr code) implements Reading {}

        record Rejected(Reason reason, String detail) implements Reading {}
    }

    /** Why a code is rejected. */
    public enum Reason {
        CRC,
        TLV,
        STRUCTURE
    }

    public VietQr {
        if (!bankBin.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("bankBin: '" + bankBin + "' is not six digits");
        }
        if (!account.matches("[A-Za-z0-9]{1,19}")) {
            throw new IllegalArgumentException("account: is not 1 to 19 letters and digits");
        }
        if (dong != null && (dong <= 0 || dong > 9_999_999_999_999L)) {
            throw new IllegalArgumentException("amount: " + dong + " is outside 1 to 9999999999999");
        }
        if (purpose != null && !purpose.matches("[\\x20-\\x7E]{1," + PURPOSE_LENGTH_MAX + "}")) {
            throw new IllegalArgumentException(
                    "purpose: is not 1 to " + PURPOSE_LENGTH_MAX + " plain characters without marks");
        }
    }

    /** Vietnamese text without its marks, cut to what fits. */
    public static String plainPurpose(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replaceAll("[^\\x20-\\x7E]", "");
        return plain.substring(0, Math.min(PURPOSE_LENGTH_MAX, plain.length()));
    }

    /** The text of the code, with its checksum. */
    public String encode() {
        String beneficiary = TagLengthValue.field("00", bankBin) + TagLengthValue.field("01", account);
        String merchant = TagLengthValue.field("00", NAPAS)
                + TagLengthValue.field("01", beneficiary)
                + TagLengthValue.field("02", service.name());
        String text = TagLengthValue.field("00", "01")
                + TagLengthValue.field("01", dong == null ? "11" : "12")
                + TagLengthValue.field("38", merchant)
                + TagLengthValue.field("53", "704")
                + (dong == null ? "" : TagLengthValue.field("54", dong.toString()))
                + TagLengthValue.field("58", "VN")
                + (purpose == null ? "" : TagLengthValue.field("62", TagLengthValue.field("08", purpose)))
                + "6304";
        return text + TagLengthValue.checksum(text);
    }

    /** Judges the checksum first, then the lengths, then the meaning. A lower-case checksum is read as upper case. */
    public static Reading read(String text) {
        int end = text.length() - 4;
        if (end < 4
                || !TagLengthValue.checksum(text.substring(0, end))
                        .equals(text.substring(end).toUpperCase(Locale.ROOT))) {
            return new Reading.Rejected(Reason.CRC, "the checksum does not fit the text");
        }
        Optional<Map<String, String>> fields = TagLengthValue.read(text);
        if (fields.isEmpty()) {
            return broken("the lengths do not add up");
        }
        Optional<Map<String, String>> merchant =
                TagLengthValue.read(fields.get().getOrDefault("38", ""));
        Optional<Map<String, String>> additional =
                TagLengthValue.read(fields.get().getOrDefault("62", ""));
        if (merchant.isEmpty() || additional.isEmpty()) {
            return broken("the lengths inside field 38 or 62 do not add up");
        }
        Optional<Map<String, String>> beneficiary =
                TagLengthValue.read(merchant.get().getOrDefault("01", ""));
        return beneficiary.isEmpty()
                ? broken("the lengths inside field 38.01 do not add up")
                : interpret(fields.get(), merchant.get(), beneficiary.get(), additional.get());
    }

    private static Reading interpret(
            Map<String, String> fields,
            Map<String, String> merchant,
            Map<String, String> beneficiary,
            Map<String, String> additional) {
        String service = merchant.getOrDefault("02", "");
        if (!"01".equals(fields.get("00"))
                || !NAPAS.equals(merchant.get("00"))
                || !"704".equals(fields.get("53"))
                || !"VN".equals(fields.get("58"))
                || !service.matches("QRIBFTT[AC]")) {
            return new Reading.Rejected(
                    Reason.STRUCTURE, "it is not a transfer in đồng to an account or card over NAPAS");
        }
        String amount = fields.get("54");
        if (amount != null && !amount.matches("[0-9]{1,13}(\\.0{1,2})?")) {
            return new Reading.Rejected(Reason.STRUCTURE, "the amount is not in whole đồng");
        }
        try {
            return new Reading.Read(new VietQr(
                    beneficiary.getOrDefault("00", ""),
                    beneficiary.getOrDefault("01", ""),
                    Service.valueOf(service),
                    amount == null ? null : Long.valueOf(amount.replaceAll("\\..*", "")),
                    additional.get("08")));
        } catch (IllegalArgumentException refused) {
            return new Reading.Rejected(Reason.STRUCTURE, String.valueOf(refused.getMessage()));
        }
    }

    private static Reading broken(String detail) {
        return new Reading.Rejected(Reason.TLV, detail);
    }
}
