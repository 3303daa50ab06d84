package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeStore;

class RangeCutterTest {

    private static final FakeObject OBJECT = FakeObject.of("x");

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

    private static @Nullable String end(Random random, String last) {
        String end = "%04d".formatted(random.nextInt(10_000)).substring(0, 1 + random.nextInt(4));
        return Keys.ORDER.compare(end, last) > 0 ? end : null;
    }

    private void fill(String name, int count) {
        IntStream.range(0, count).forEach(i -> store.with("b", "p/" + name.formatted(i), OBJECT));
    }
}
