package io.giaovan.integrations.channel.chogo;

import io.giaovan.integrations.sync.partner.PartnerTrouble;
import java.util.Locale;

/** What the marketplace's error words mean. They come in the body, with HTTP status 200. */
final class ChogoErrors {
    private ChogoErrors() {}

    /**
     * Judges an error. An unknown word is taken as trouble that may pass.
     *
     * @param path the call
     * @param error the word; its text is not repeated, because it may show what was sent
     */
    static PartnerTrouble trouble(String path, String error) {
        String word = error.replaceAll("[^A-Za-z0-9_.]", "").toLowerCase(Locale.ROOT);
        String said = "chogo answered " + path + " with " + word.substring(0, Math.min(60, word.length()));
        return switch (word) {
            case "error_param", "error_not_found", "error_permission", "order.order_not_found" ->
                PartnerTrouble.never(said);
            default -> PartnerTrouble.later(said);
        };
    }
}
