package io.giaovan.integrations.carrier.ghn;

import io.giaovan.integrations.sync.partner.PartnerTrouble;
import java.util.Locale;

/** What GHN's refusals mean: the HTTP status says whose fault it is, the code message what it is. */
final class GhnErrors {
    private GhnErrors() {}

    /** Its text is not repeated, because it may show what was sent. */
    static PartnerTrouble trouble(String call, int httpStatus, String codeMessage) {
        String word = codeMessage.replaceAll("[^A-Za-z0-9_]", "").toUpperCase(Locale.ROOT);
        String said = "ghn answered " + call + " with status " + httpStatus + " "
                + word.substring(0, Math.min(60, word.length()));
        return httpStatus == 401 || httpStatus == 403 ? PartnerTrouble.later(said) : PartnerTrouble.never(said);
    }

    /** GHN knows no order of that number. */
    static boolean isNotFound(int httpStatus, String codeMessage) {
        return httpStatus == 404 || codeMessage.toUpperCase(Locale.ROOT).contains("NOT_FOUND");
    }
}
