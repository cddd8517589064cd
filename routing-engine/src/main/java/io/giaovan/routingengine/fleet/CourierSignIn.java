package io.giaovan.routingengine.fleet;

import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.edge.access.SessionTokens;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Lets couriers in by phone and pin. Wrong pins are counted per phone, known or not, so that trying tells nothing. */
@Singleton
public final class CourierSignIn {
    private static final String KIND = "courier";
    private static final String NOBODY = "50000:00000000000000000000000000000000:00";

    private final Fleet fleet;
    private final SignInTries tries;
    private final SessionTokens tokens;
    private final FleetSettings settings;
    private final Clock clock;

    CourierSignIn(Fleet fleet, SignInTries tries, SessionTokens tokens, FleetSettings settings, Clock clock) {
        this.fleet = fleet;
        this.tries = tries;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a courier gets for the right pin.
     *
     * @param token opens the courier's endpoints
     * @param courierId who it is for
     * @param expiresAt when it opens nothing any more
     */
    public record Session(String token, CourierId courierId, Instant expiresAt) {}

    /** Answers a session, or refuses with UNAUTHENTICATED or, after too many wrong pins, TOO_MANY_REQUESTS. */
    public Session signIn(String phone, String pin) {
        String number = new Contact("courier", phone).phone();
        String who = Secrets.digest("courier-sign-in|" + number);
        Instant now = clock.instant();
        if (!tries.begin(who, now)) {
            throw new ProblemException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "There were " + settings.triesMax() + " wrong pins; wait "
                            + settings.triesWindow().toMinutes() + " minutes");
        }
        Optional<Courier> courier = fleet.findCourierByPhone(number);
        boolean right = PinHash.matches(pin, courier.map(Courier::pinHash).orElse(NOBODY));
        if (courier.isEmpty() || !right) {
            throw new ProblemException(ErrorCode.UNAUTHENTICATED, "Phone and pin do not belong together");
        }
        tries.forget(who);
        CourierId id = courier.get().id();
        return new Session(tokens.issue(KIND, id.value(), settings.session()), id, now.plus(settings.session()));
    }

    /** Whose token this is; refuses one that is forged or has expired. */
    public Courier courier(String token) {
        return find(token)
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.UNAUTHENTICATED, "The courier's session is not valid; sign in again"));
    }

    /** Whose token this is, if it is anybody's now. */
    public Optional<Courier> find(String token) {
        return tokens.subject(KIND, token).flatMap(id -> fleet.findCourier(new CourierId(id)));
    }
}
