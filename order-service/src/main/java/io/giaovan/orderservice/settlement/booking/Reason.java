package io.giaovan.orderservice.settlement.booking;

import io.giaovan.edge.page.Language;

/**
 * Why a line is on a statement, in words that stay as they were when it was booked.
 *
 * @param vietnamese in Vietnamese
 * @param english in English
 */
public record Reason(String vietnamese, String english) {
    public String in(Language language) {
        return language.of(vietnamese, english);
    }
}
