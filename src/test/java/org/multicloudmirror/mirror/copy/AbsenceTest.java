package org.multicloudmirror.mirror.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;

class AbsenceTest {

    private final FakeStore store = new FakeStore().bucket("b");

    @Test
    void isProvenByAListingThatDoesNotNameTheKey() {
        store.with("b", "k2", "another one");

        assertThat(look("k")).isEqualTo(Absence.PROVEN);
        assertThat(store.requests().count(Operation.LIST)).isOne();
        assertThat(store.requests().count(Operation.HEAD)).isZero();
    }

    @Test
    void isNoneWhereAListingThatIsNeverLateNamesTheKey() {
        store.with("b", "k", "text").hiding("k");

        assertThat(look("k")).isEqualTo(Absence.HIDDEN);
    }

    @Test
    void isBelievedOfAStoreThatListsLateWhenItAnswersFirmly() {
        store.with("b", "k", "text").listsLate(true).hiding("k");

        assertThat(look("k")).isEqualTo(Absence.LISTED_STILL);
    }

    /** The first answer was another replica's. */
    @Test
    void isNoneWhenTheStoreHasItAfterAll() {
        store.with("b", "k", "text").listsLate(true);

        assertThat(look("k")).isEqualTo(Absence.HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a//b",
                "/a",
                "a/../b",
                "./a",
                "a/.",
                "..",
                "caf\u00e9",
                "caf%E9",
                "a+b",
                "a;b",
                "a\\b",
                "a\nb",
                "\ud83d\ude00"
            })
    void isNeverBelievedOfAKeyThatMayBeTakenForAnother(String key) {
        store.with("b", key, "text").listsLate(true).hiding(key);

        assertThat(look(key)).isEqualTo(Absence.HIDDEN);
        assertThat(Absence.ofUnlisted(store, at(key))).isEqualTo(Absence.HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b c.jpg", "a.b/.c/..d", "~x_y-(1)/", "a/b/", "k?x=y&z", "a...b"})
    void asksNoFurtherForAPlainKeyThatNoListingNamed(String key) {
        assertThat(Absence.ofUnlisted(store, at(key))).isEqualTo(Absence.PROVEN);
        assertThat(store.requests().count(Operation.LIST)).isZero();
    }

    private Absence look(String key) {
        return Absence.of(store, at(key));
    }

    private static ObjectLocation at(String key) {
        return new ObjectLocation("fake", "b", key);
    }
}
