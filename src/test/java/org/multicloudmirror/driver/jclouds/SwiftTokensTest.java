package org.multicloudmirror.driver.jclouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.TransientStoreException;

/** When another token is asked for, and when that is given up, as time passes. */
class SwiftTokensTest {

    private final Deque<String> script = new ArrayDeque<>();
    private Instant now = Instant.EPOCH;
    private int logins;

    private final SwiftAccess access = new SwiftAccess(
            new JcloudsSettings("cf", "openstack-swift", "http://id", "joe", "secret", "", Map.of()),
            new SwiftAccess.Logins() {
                @Override
                public boolean hasCredentials() {
                    return true;
                }

                @Override
                public SwiftAccess.Login login() {
                    logins++;
                    if ("refused".equals(script.poll())) {
                        throw new AccessDeniedException("refused");
                    }
                    return new SwiftAccess.Login(Endpoint.parse("http://swift/v1/AUTH_a"), "token-" + logins);
                }
            },
            () -> now);

    @Test
    void renewsATokenThatRanOut() {
        assertThat(refusedIn("photos")).isTrue();
        pass(Duration.ofHours(2));
        assertThat(refusedIn("photos")).isTrue();

        assertThat(access.session().token()).isEqualTo("token-3");
    }

    @Test
    void believesThatAFreshTokenIsRefusedForWhatIsNotAllowed() {
        assertThat(refusedIn("photos")).isTrue();
        for (int i = 0; i < 20; i++) {
            assertThat(refusedIn("photos")).isFalse();
        }
        assertThat(logins).isEqualTo(2);
    }

    /** What is denied in one container says nothing of the others, and costs no login there either. */
    @Test
    void deniesOneContainer() {
        refusedIn("photos");
        refusedIn("photos");
        pass(Duration.ofSeconds(50));

        assertThat(refusedIn("films")).isFalse();
        assertThat(logins).isEqualTo(2);
    }

    @Test
    void asksAgainAfterAWhile() {
        refusedIn("photos");
        refusedIn("photos");
        pass(Duration.ofMinutes(2));

        assertThat(refusedIn("photos")).isTrue();
        assertThat(refusedIn("photos")).isFalse();
        assertThat(logins).isEqualTo(3);
    }

    /** A request may have gone out long before it is answered. */
    @Test
    void countsTheAgeOfATokenUntilItWasSent() {
        refusedIn("photos");
        SwiftAccess.Session second = access.session();
        Instant sent = now;
        pass(Duration.ofMinutes(5));

        assertThat(access.renewed(second, sent, "photos", false)).isFalse();
    }

    /** A service that refuses a token now and then, and takes it for the next request, denies nothing. */
    @Test
    void deniesNothingThatWorked() {
        access.accepted("photos", false, now);

        assertThat(refusedIn("photos")).isTrue();
        assertThatThrownBy(() -> refusedIn("photos"))
                .isInstanceOf(TransientStoreException.class)
                .hasMessageEndingWith(": a token that works is refused (401)");
        pass(Duration.ofSeconds(10));
        assertThat(refusedIn("photos")).isTrue();
        assertThat(logins).isEqualTo(3);
    }

    /** That it reads says nothing of its writing. */
    @Test
    void deniesWritingWhereOnlyReadingWorked() {
        access.accepted("photos", false, now);

        assertThat(access.renewed(access.session(), now, "photos", true)).isTrue();
        assertThat(access.renewed(access.session(), now, "photos", true)).isFalse();
    }

    @Test
    void takesTheTokenThatAnotherWorkerGotMeanwhile() {
        SwiftAccess.Session first = access.session();
        assertThat(access.renewed(first, now, "photos", false)).isTrue();
        assertThat(access.renewed(first, now, "photos", false)).isTrue();
        assertThat(access.renewed(first, now, "films", false)).isTrue();

        assertThat(logins).isEqualTo(2);
    }

    @Test
    void triesCredentialsThatWorkedOnceMore() {
        access.session();
        script.add("refused");

        assertThatThrownBy(() -> refusedIn("photos"))
                .isInstanceOf(TransientStoreException.class)
                .hasMessage("refused; they worked before, and are tried once more");
        // who was refused along with it hears the same
        assertThatThrownBy(access::session).isInstanceOf(TransientStoreException.class);
        assertThat(logins).isEqualTo(2);
        pass(Duration.ofMillis(200));
        assertThat(access.session().token()).isEqualTo("token-3");
    }

    @Test
    void givesUpCredentialsThatAreRefusedTwice() {
        access.session();
        script.add("refused");
        script.add("refused");
        assertThatThrownBy(() -> refusedIn("photos")).isInstanceOf(TransientStoreException.class);
        pass(Duration.ofMillis(200));

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(access::session)
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessage("refused");
        }
        assertThat(logins).isEqualTo(3);
        pass(Duration.ofMinutes(2));
        assertThat(access.session().token()).isEqualTo("token-4");
    }

    @Test
    void doesNotTryWrongCredentialsAgain() {
        script.add("refused");
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(access::session).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(logins).isEqualTo(1);
    }

    private boolean refusedIn(String container) {
        return access.renewed(access.session(), now, container, false);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
