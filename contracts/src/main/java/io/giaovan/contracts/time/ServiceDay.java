package io.giaovan.contracts.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A day of work in the time zone where the work is done.
 *
 * @param date local date
 * @param zone for instance Asia/Ho_Chi_Minh
 */
public record ServiceDay(LocalDate date, ZoneId zone) {
    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    public static ServiceDay of(Instant instant, ZoneId zone) {
        return new ServiceDay(instant.atZone(zone).toLocalDate(), zone);
    }

    public Instant at(LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    public TimeWindow between(LocalTime start, LocalTime end) {
        return new TimeWindow(at(start), at(end));
    }

    public ServiceDay next() {
        return new ServiceDay(date.plusDays(1), zone);
    }
}
