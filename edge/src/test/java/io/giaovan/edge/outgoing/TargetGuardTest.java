package io.giaovan.edge.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.edge.outgoing.TargetGuard.Verdict;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1"
            })
    void placesThatAreNotPublicAreRefused(String address) {
        assertThat(guard(address).judge(URI.create("https://shop.example/hook")))
                .isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "192.167.1.1",
                "223.255.0.1",
                "2606:4700:4700::1111",
                "2400:cb00::1"
            })
    void publicPlacesAreAllowed(String address) throws UnknownHostException {
        assertThat(guard(address).judge(URI.create("https://shop.example/hook")))
                .isEqualTo(new Verdict.Allowed(InetAddress.getByName(address)));
    }

    @Test
    void oneHiddenPrivateAddressAmongPublicOnesIsEnoughToRefuse() {
        assertThat(guard("1.1.1.1", "10.0.0.1").judge(URI.create("https://shop.example/")))
                .isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/",
                "ftp://shop.example/",
                "file:///etc/passwd",
                "https://user:pw@shop.example/",
                "https:///path",
                "https://shop.example/#part",
                "shop.example"
            })
    void otherAddressesAreRefused(String url) {
        assertThat(guard("1.1.1.1").judge(URI.create(url))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void anAddressIsAllowedUpToTheLimitAndNotBeyond() {
        String start = "https://shop.example/";
        String path = "p".repeat(TargetGuard.URL_LENGTH_MAX - start.length());

        assertThat(guard("1.1.1.1").judge(URI.create(start + path))).isInstanceOf(Verdict.Allowed.class);
        assertThat(guard("1.1.1.1").judge(URI.create(start + path + "p"))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aNameThatIsNotFoundMayBeFoundLater() {
        TargetGuard guard = new TargetGuard(false, host -> {
            throw new UnknownHostException(host);
        });

        assertThat(guard.judge(URI.create("https://shop.example/"))).isInstanceOf(Verdict.Unknown.class);
    }

    private static TargetGuard guard(String... addresses) {
        return new TargetGuard(
                false,
                _ -> Arrays.stream(addresses).map(TargetGuardTest::address).toArray(InetAddress[]::new));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(literal + " is an address", impossible);
        }
    }
}
