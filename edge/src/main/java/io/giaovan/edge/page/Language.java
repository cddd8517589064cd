package io.giaovan.edge.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.Optional;

/** The two languages of the pages; Vietnamese unless the reader chose English. */
public enum Language {
    VI,
    EN;

    /** Taken from {@code ?lang=en}, else from the cookie {@code lang}, else Vietnamese. */
    public static Language of(HttpRequest<?> request) {
        String asked = request.getParameters()
                .getFirst("lang")
                .or(() -> Optional.ofNullable(request.getCookies().get("lang")).map(Cookie::getValue))
                .orElse("vi");
        return asked.equals("en") ? EN : VI;
    }

    /** The text in this language. */
    public String of(String vietnamese, String english) {
        return this == VI ? vietnamese : english;
    }

    /** The code for the page's {@code lang} attribute. */
    public String code() {
        return this == VI ? "vi" : "en";
    }
}
