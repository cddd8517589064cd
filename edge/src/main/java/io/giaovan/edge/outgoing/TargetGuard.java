package io.giaovan.edge.outgoing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Decides where a call to an address that a stranger gave us may go: to public addresses over HTTPS. The name is looked up once and the address found is
 * the one that is called, so a name that answers differently the second time gains nothing.
 */
@Singleton
public final class TargetGuard {
    public static final int URL_LENGTH_MAX = 1_000;

    /** Looks names up. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final boolean allowPrivate;
    private final Resolver resolver;

    @Inject
    TargetGuard(OutgoingSettings settings) {
        this(settings.allowPrivateTargets(), InetAddress::getAllByName);
    }

    public TargetGuard(boolean allowPrivate, Resolver resolver) {
        this.allowPrivate = allowPrivate;
        this.resolver = resolver;
    }

    /** Whether a call may go there, judged now. */
    public Verdict judge(URI url) {
        String scheme = String.valueOf(url.getScheme());
        if (!scheme.equals("https") && !(allowPrivate && scheme.equals("http"))) {
            return new Verdict.Refused("the scheme must be https");
        }
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return new Verdict.Refused("it needs a host name and no user or fragment");
        }
        if (url.toString().length() > URL_LENGTH_MAX) {
            return new Verdict.Refused("at most " + URL_LENGTH_MAX + " characters");
        }
        try {
            List<InetAddress> found = List.of(resolver.resolve(url.getHost()));
            if (!allowPrivate && !found.stream().allMatch(TargetGuard::isPublic)) {
                return new Verdict.Refused("the host must have public addresses only");
            }
            return new Verdict.Allowed(found.getFirst());
        } catch (UnknownHostException unknown) {
            return new Verdict.Unknown("the host is not known");
        }
    }

    /** What the guard says of an address. */
    public sealed interface Verdict {
        /** Call this address. */
        record Allowed(InetAddress address) implements Verdict {}

        /** Never call it. */
        record Refused(String because) implements Verdict {}

        /** It cannot be found at the moment. */
        record Unknown(String because) implements Verdict {}
    }

    /** Ranges by the special-purpose registries of IANA (RFC 6890 and its updates, read 2026-11-24). */
    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        if (address instanceof Inet4Address) {
            boolean special = first == 0
                    || first == 10
                    || first == 127
                    || first >= 224
                    || (first == 100 && second >= 64 && second < 128)
                    || (first == 169 && second == 254)
                    || (first == 172 && second >= 16 && second < 32)
                    || (first == 192 && second == 168)
                    || (first == 192 && second == 0 && (third == 0 || third == 2))
                    || (first == 192 && second == 88 && third == 99)
                    || (first == 198 && (second == 18 || second == 19))
                    || (first == 198 && second == 51 && third == 100)
                    || (first == 203 && second == 0 && third == 113);
            return !special;
        }
        boolean globalUnicast = (first & 0b1110_0000) == 0b0010_0000;
        boolean tunnelOrExample = first == 0x20
                && ((second == 0x01 && (third < 2 || (third == 0x0d && (bytes[3] & 0xff) == 0xb8))) || second == 0x02);
        return globalUnicast && !tunnelOrExample;
    }
}
