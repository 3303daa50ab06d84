package org.multicloudmirror.driver.jclouds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.http.Endpoint;

class LoneRefusalsTest {

    private static final Endpoint STORAGE = Endpoint.parse("http://swift/v1/AUTH_a");
    private static final SwiftAccess.Session FIRST = new SwiftAccess.Session(STORAGE, "1", Instant.EPOCH, false);
    private static final SwiftAccess.Session SECOND = new SwiftAccess.Session(STORAGE, "2", Instant.EPOCH, true);

    private Instant now = Instant.EPOCH;
    private final LoneRefusals refusals = new LoneRefusals("cf", () -> now);

    @Test
    void deniesTheFirstAtTheFourthRefusalAndTheOthersAtTheSecond() {
        assertThat(refusalsOf("GET /c/a")).isEqualTo(4);
        assertThat(refusalsOf("GET /c/b")).isEqualTo(2);
        assertThat(refusalsOf("PUT /c/a")).isEqualTo(2);
    }

    /** The same request with the same token: nothing is denied there. */
    @Test
    void isPatientWithAServiceThatWavers() {
        refusals.isDenied("GET /c/a", FIRST);
        refusals.served("GET /c/a", FIRST, now);

        assertThat(refusalsOf("GET /c/b")).isEqualTo(8);
        assertThat(refusalsOf("GET /c/b")).isEqualTo(8);
    }

    @Test
    void anotherTokenProvesNoWavering() {
        refusals.isDenied("GET /c/a", FIRST);
        refusals.served("GET /c/a", SECOND, now);

        assertThat(refusalsOf("GET /c/b")).isEqualTo(4);
    }

    @Test
    void countsRefusalsInARow() {
        refusals.isDenied("GET /c/a", FIRST);
        refusals.isDenied("GET /c/a", FIRST);
        refusals.served("GET /c/a", SECOND, now);

        assertThat(refusalsOf("GET /c/a")).isEqualTo(4);
    }

    @Test
    void learnsAnewAfterAWhile() {
        refusalsOf("GET /c/a");
        now = now.plus(Duration.ofMinutes(11));

        assertThat(refusalsOf("GET /c/b")).isEqualTo(4);
    }

    @Test
    void knowsWhetherATokenWasGoodForWhatWentOutLater() {
        refusals.served("GET /c/a", FIRST, now.plusSeconds(5));
        refusals.served("GET /c/b", FIRST, now.plusSeconds(3));

        assertThat(refusals.hasWorkedSince(FIRST, now.plusSeconds(5))).isTrue();
        assertThat(refusals.hasWorkedSince(FIRST, now.plusSeconds(6))).isFalse();
        assertThat(refusals.hasWorkedSince(SECOND, now)).isFalse();
    }

    private int refusalsOf(String request) {
        int times = 1;
        while (!refusals.isDenied(request, FIRST)) {
            times++;
        }
        return times;
    }
}
