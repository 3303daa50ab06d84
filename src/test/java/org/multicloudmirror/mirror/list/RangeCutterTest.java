package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeStore;

class RangeCutterTest {

    private static final FakeObject OBJECT = FakeObject.of("x");

    private static final int[][] ALPHABETS = {
        "0123456789".codePoints().toArray(),
        "abcxyz/-.".codePoints().toArray(),
        "01ab~\u007f\u0080\ud7ff\ue000\ufffd".codePoints().toArray(),
        {'a', '~', 0x3042, 0x4e00, 0x9fff, 0xe000, 0xfffe, 0xffff, 0x10000, 0x1f600, 0x1f601, 0x10fffe, 0x10ffff},
        {1, 2, 8, 9, 10, 13, 31, ' ', '%', '+', '?', '&'}
    };

    private final FakeStore store = new FakeStore().bucket("b");
    private final RangeCutter cutter = new RangeCutter(store, new Location("s3", "b", "p/"));

    @Test
    void cutsDigitsByTwo() {
        fill("%04d", 10_000);

        assertThat(cutter.cuts("0099", null, 3)).containsExactly("25", "50", "75");
    }

    @Test
    void cutsLettersByOne() {
        fill("k%x/1", 16);

        assertThat(cutter.cuts("ka/1", null, 1)).containsExactly("kd");
    }

    @Test
    void findsNothingBehindTheLastKey() {
        fill("%04d", 100);

        assertThat(cutter.cuts("0099", null, 3)).isEmpty();
    }

    /** Cuts beyond an end would give one key to two ranges. */
    @Test
    void cutsInOrderAndBetweenTheEndsWhateverTheyAre() {
        fill("%04d", 10_000);
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            String last = "%04d".formatted(random.nextInt(10_000));
            String until = end(random, last);

            List<String> cuts = cutter.cuts(last, until, 1 + random.nextInt(9));

            assertThat(cuts).as("%s to %s", last, until).isSortedAccordingTo(Keys.ORDER);
            assertThat(cuts).as("%s to %s", last, until).doesNotHaveDuplicates().allSatisfy(cut -> {
                assertThat(Keys.ORDER.compare(cut, last)).isPositive();
                assertThat(until == null || Keys.ORDER.compare(cut, until) < 0).isTrue();
            });
        }
    }

    /** Between ASCII and U+E000 lie the surrogates, which are no characters. */
    @ParameterizedTest
    @ValueSource(strings = {"\ue000", "\uff01", "\ud83d\ude00", "\udbff\udfff"})
    void cutsWithWholeCharactersOnly(String beyond) {
        fill("%04d", 1_000);
        store.with("b", "p/" + beyond + "x", OBJECT).with("b", "p/" + beyond + "y", OBJECT);

        assertThat(cutter.cuts("0999", null, 7)).allSatisfy(cut -> {
            assertThat(cut.codePoints()).noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
            assertThat(store.listAfter("b", "p/", "p/" + cut, 1).entries()).isNotEmpty();
        });
        assertThat(cutter.cuts("0500", null, 7)).isNotEmpty();
    }

    @Test
    void cutsAmongCharactersBeyondTheBasicPlane() {
        for (int i = 0; i < 64; i++) {
            store.with("b", "p/" + Character.toString(0x1f600 + i) + "/1", OBJECT);
        }

        assertThat(cutter.cuts("\ud83d\ude00/1", null, 3))
                .containsExactly(Character.toString(0x1f610), Character.toString(0x1f620), Character.toString(0x1f630));
    }

    /** XML 1.0 has no U+FFFE, no U+FFFF and few control characters: an answer that repeats them cannot be read. */
    @Test
    void asksForNothingThatAnAnswerCannotRepeat() {
        List<String> asked = new ArrayList<>();
        FakeStore asking = new FakeStore() {
            @Override
            public ListingPage listAfter(String bucket, String prefix, String after, int most) {
                asked.add(after);
                return super.listAfter(bucket, prefix, after, most);
            }
        };
        for (String name :
                List.of("\t1", "\n1", "\r1", "a\ufffd", "a\ufffdb", "b\udbff\udfff", "b\udbff\udfff\ud7ff", "c")) {
            asking.with("b", "p/" + name, OBJECT);
        }

        for (String last : asking.objects("b").keySet()) {
            new RangeCutter(asking, new Location("s3", "b", "p/")).cuts(last.substring(2), null, 7);
        }

        assertThat(asked).isNotEmpty().allSatisfy(key -> assertThat(key)
                .matches("p/[\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]*"));
    }

    @Test
    void refusesAStoreThatGoesOnElsewhere() {
        fill("%04d", 1_000);
        store.beginsAtTheBeginning();

        assertThatExceptionOfType(UnsortedListingException.class)
                .isThrownBy(() -> cutter.cuts("0099", null, 3))
                .withMessage("the listing of s3://b/p/ behind \"p/01\" begins with \"p/0000\"");
    }

    /** Who gets a range gets keys with it. */
    @Test
    void cutsOffRangesWithKeysWhateverTheKeysAre() {
        long seed = Long.getLong("mirror.test.seed", 7);
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            FakeStore keys = new FakeStore().bucket("b");
            int[] alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
            int length = 1 + random.nextInt(6);
            for (int i = 0; i < 200; i++) {
                keys.with("b", "p/" + name(random, alphabet, length), OBJECT);
            }
            List<String> all = keys.objects("b").keySet().stream()
                    .map(key -> key.substring(2))
                    .toList();
            int from = random.nextInt(all.size());
            int to = from + random.nextInt(all.size() - from);
            String until = random.nextBoolean() ? all.get(to) : null;

            List<String> cuts = new RangeCutter(keys, new Location("s3", "b", "p/"))
                    .cuts(all.get(from), until, 1 + random.nextInt(9));

            assertThat(cuts).as("seed %s, round %s", seed, round).isSortedAccordingTo(Keys.ORDER);
            for (int i = 0; i < cuts.size(); i++) {
                String after = cuts.get(i);
                String end = i + 1 < cuts.size() ? cuts.get(i + 1) : until;
                assertThat(Keys.ORDER.compare(after, all.get(from))).isPositive();
                assertThat(after.codePoints()).noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
                assertThat(all.stream()
                                .anyMatch(key -> Keys.ORDER.compare(key, after) > 0
                                        && (end == null || Keys.ORDER.compare(key, end) <= 0)))
                        .as("seed %s, round %s: behind %s", seed, round, after)
                        .isTrue();
            }
        }
    }

    private static String name(Random random, int[] alphabet, int length) {
        return random.ints(1 + random.nextInt(length), 0, alphabet.length)
                .map(i -> alphabet[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static @Nullable String end(Random random, String last) {
        String end = "%04d".formatted(random.nextInt(10_000)).substring(0, 1 + random.nextInt(4));
        return Keys.ORDER.compare(end, last) > 0 ? end : null;
    }

    private void fill(String name, int count) {
        IntStream.range(0, count).forEach(i -> store.with("b", "p/" + name.formatted(i), OBJECT));
    }
}
