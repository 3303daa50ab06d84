package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryColumnsTest {

    private static final List<String> KEYS =
            List.of("", "a", "a/", "a0", "caf\udce9", "\u00e9", "\ud7ff", "\uff00", "\ud83c\udf0a");
    private static final ETag MD5 = new ETag("5eb63bbbe01eeed093cb22bb8f5acdc3", true);

    @Test
    void isTheListThatItWasMadeOf() {
        List<ObjectEntry> entries = entries(KEYS);

        assertThat(EntryColumns.of(entries)).isEqualTo(entries);
        assertThat(EntryColumns.of(entries).subList(2, 5)).isEqualTo(entries.subList(2, 5));
        assertThat(EntryColumns.of(entries).subList(2, 5).subList(1, 1)).isEmpty();
    }

    @Test
    void comparesKeysAsTheirOrderDoes() {
        EntryColumns columns = EntryColumns.of(entries(KEYS));
        for (int i = 0; i < KEYS.size(); i++) {
            for (int j = 0; j < KEYS.size(); j++) {
                assertThat(Integer.signum(columns.compareKeys(i, 0, columns, j, 0)))
                        .isEqualTo(Integer.signum(Keys.ORDER.compare(KEYS.get(i), KEYS.get(j))));
            }
        }
    }

    @Test
    void comparesWhatComesBehindPrefixes() {
        EntryColumns here = EntryColumns.of(entries(List.of("x/", "x/a", "x/b")));
        EntryColumns there = EntryColumns.of(entries(List.of("\u00fc/", "\u00fc/a")));

        assertThat(here.compareKeys(1, 2, there, 1, 3)).isZero();
        assertThat(here.compareKeys(2, 2, there, 1, 3)).isPositive();
        assertThat(here.compareKeys(0, 2, there, 1, 3)).isNegative();
        assertThat(here.equalRun(1, 2, there, 1, 3)).isOne();
        assertThat(here.equalRun(0, 2, there, 0, 3)).as("no name is left").isZero();
    }

    @Test
    void hasTheHashOfAKeyAsText() {
        EntryColumns columns = EntryColumns.of(entries(KEYS)).subList(1, KEYS.size());

        for (int i = 0; i < columns.size(); i++) {
            assertThat(columns.keyHash(i)).isEqualTo(columns.get(i).key().hashCode());
            assertThat(Keys.of(columns.key(i))).isEqualTo(columns.get(i).key());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7})
    void findsTheFirstThatIsInDisorder(int place) {
        List<String> keys = new ArrayList<>(KEYS);
        Collections.swap(keys, place, place + 1);
        EntryColumns columns = EntryColumns.of(entries(keys));

        assertThat(EntryColumns.of(entries(KEYS)).firstInDisorder(Keys.bytes("")))
                .isEqualTo(KEYS.size());
        assertThat(columns.firstInDisorder(Keys.bytes(""))).isEqualTo(place + 1);
        assertThat(columns.subList(place + 1, place + 2).firstInDisorder(Keys.bytes(keys.get(place))))
                .isZero();
        assertThat(columns.subList(place, place + 1).firstInDisorder(Keys.bytes(keys.get(place))))
                .as("the same key again")
                .isZero();
    }

    @Test
    void passesOverWhatIsSettledAndEqual() {
        ObjectEntry entry = new ObjectEntry("k", 1, MD5, Instant.EPOCH, false);
        ObjectEntry later = new ObjectEntry("k", 1, MD5, Instant.EPOCH.plusSeconds(1), false);

        assertThat(isPassed(entry, later)).isTrue();
        assertThat(isPassed(entry, new ObjectEntry("l", 1, MD5, Instant.EPOCH, false)))
                .isFalse();
        assertThat(isPassed(entry, new ObjectEntry("k", 2, MD5, Instant.EPOCH, false)))
                .isFalse();
        assertThat(isPassed(entry, new ObjectEntry("k", 1, MD5, Instant.EPOCH, true)))
                .isFalse();
        assertThat(isPassed(entry, new ObjectEntry("k", 1, ETag.NONE, Instant.EPOCH, false)))
                .isFalse();
        assertThat(isPassed(entry, new ObjectEntry("k", 1, ETag.opaque(MD5.value()), Instant.EPOCH, false)))
                .isFalse();
        assertThat(isPassed(
                        entry, new ObjectEntry("k", 1, md5("4eb63bbbe01eeed093cb22bb8f5acdc3"), Instant.EPOCH, false)))
                .isFalse();
        assertThat(isPassed(
                        entry, new ObjectEntry("k", 1, md5("5eb63bbbe01eeed093cb22bb8f5acdc4"), Instant.EPOCH, false)))
                .isFalse();
    }

    private static boolean isPassed(ObjectEntry a, ObjectEntry b) {
        return EntryColumns.of(List.of(a)).equalRun(0, 0, EntryColumns.of(List.of(b)), 0, 0) == 1;
    }

    private static ETag md5(String digits) {
        return new ETag(digits, true);
    }

    private static List<ObjectEntry> entries(List<String> keys) {
        return keys.stream()
                .map(key -> new ObjectEntry(key, key.length(), MD5, Instant.EPOCH, false))
                .toList();
    }
}
