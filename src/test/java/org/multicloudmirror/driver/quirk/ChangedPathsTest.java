package org.multicloudmirror.driver.quirk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangedPathsTest {

    private Instant now = Instant.EPOCH;
    private final ChangedPaths paths = new ChangedPaths(new QuirkMemory("s3", Duration.ofHours(1), () -> now));

    @Test
    void plainKeysAreKept() {
        assertThat(paths.isKept("b", "a/b")).isTrue();
        assertThat(paths.isChanged("b", "a/b")).isFalse();
    }

    @Test
    void oneKeyProvesItsKindInItsBucketForAWhile() {
        paths.keeps("b", "a//b");

        assertThat(paths.isKept("b", "x//y")).isTrue();
        assertThat(paths.isKept("b", "x//%41")).isFalse();
        assertThat(paths.isKept("b", "x\u00e9")).isFalse();
        assertThat(paths.isKept("c", "x//y")).isFalse();
        now = now.plus(Duration.ofHours(2));
        assertThat(paths.isKept("b", "x//y")).isFalse();
    }

    @Test
    void whatIsComposedProvesNothingOfWhatIsNot() {
        paths.keeps("b", "\u00e9");

        assertThat(paths.isKept("b", "e\u0301")).isFalse();
    }

    @Test
    void whatMayNotBeToBlameIsNot() {
        paths.changes("b", "%41//b");

        assertThat(paths.isChanged("b", "x//%42")).isTrue();
        assertThat(paths.isChanged("b", "x//y")).isFalse();
        assertThat(paths.isChanged("b", "%42")).isFalse();
    }

    @Test
    void whatIsKnownToBeKeptIsNotToBlame() {
        paths.keeps("b", "%41");
        paths.changes("b", "%41//b");

        assertThat(paths.isChanged("b", "x//y")).isTrue();
        assertThat(paths.isKept("b", "%42")).isTrue();
        now = now.plus(Duration.ofHours(2));
        assertThat(paths.isChanged("b", "x//y")).isFalse();
    }

    @Test
    void whatIsChangedOnceIsNotProvenByAnother() {
        paths.changes("b", "a//b");
        paths.keeps("b", "x//y");

        assertThat(paths.isKept("b", "x//y")).isFalse();
    }
}
