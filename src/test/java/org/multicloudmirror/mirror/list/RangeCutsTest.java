package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.FakeStore;
import org.multicloudmirror.testing.FakeStores;

/** What a run has listed does not depend on how it was cut. */
class RangeCutsTest {

    private static final int KEYS = 40_000;
    private static final FakeObject SAME = FakeObject.of("same");

    private final FakeRuns clouds = new FakeRuns();
    private final Listers listers = new Listers(8);
    private final List<String> decided = Collections.synchronizedList(new ArrayList<>());
    private final List<KeyRange> ranges = new ArrayList<>();
    private long listed;
    private long equal;

    static List<IntFunction<String>> names() {
        return List.of(
                i -> String.format(Locale.ROOT, "obj-%010d.bin", i),
                i -> String.format(Locale.ROOT, "a%02d/b/c%05d", i % 20, i),
                i -> String.format(Locale.ROOT, "%08x", i * 2654435761L & 0xffffffffL),
                i -> "k".repeat(1 + i % 200) + i,
                i -> "\u4e00" + (char) (0x4e00 + i % 5000) + i,
                i -> "\uD83D\uDE00/" + i,
                i -> i < KEYS / 2 ? "%05d".formatted(i) : "\ue000" + i,
                i -> i < KEYS - 1 ? "%05d".formatted(i) : "\uff01",
                i -> Character.toString(0x1f600 + i % 2000) + (char) (0xe000 + i % 5000) + i,
                i -> Character.toString(new int[] {'a', 0xd7ff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x10ffff}[i % 7])
                                .repeat(1 + i % 3)
                        + i,
                i -> (i % 3 == 0 ? "z" : "a/b/c/d/e/f/g/h/") + i);
    }

    @ParameterizedTest
    @MethodSource("names")
    void seesEachKeyOnceWhateverTheNamesAre(IntFunction<String> name) {
        List<String> keys = keys(name);
        fill(clouds.s3(), "src", keys);
        fill(clouds.cf(), "dst", keys);
        keys.subList(KEYS - 100, KEYS).forEach(clouds.cf().objects("dst")::remove);
        clouds.s3().objects("src").remove(keys.get(7));
        Run run = clouds.start("s3://src->cf://dst");

        list(run);

        assertThat(listed).isEqualTo(KEYS - 1);
        assertThat(equal).isEqualTo(KEYS - 101);
        assertThat(decided).containsExactlyInAnyOrderElementsOf(keys.subList(KEYS - 100, KEYS));
        assertThat(run.progress().isListingEnded()).isTrue();
        assertThat(listers.take()).as("nobody is left behind").isEqualTo(8);
    }

    @Test
    void sharesAFlatBucketAmongListers() {
        List<String> keys = keys(names().get(0));
        fill(clouds.s3(), "src", keys);
        fill(clouds.cf(), "dst", keys);

        list(clouds.start("s3://src->cf://dst"));

        assertThat(ranges).hasSizeGreaterThanOrEqualTo(6);
        assertThat(clouds.s3().requests().count(Operation.LIST, "src")).isLessThan(40 + 8 + 40);
    }

    @Test
    void keepsThePrefixesOfBothSides() {
        List<String> keys = keys(names().get(0));
        fill(clouds.s3(), "src", keys.stream().map("in/"::concat).toList());
        fill(clouds.cf(), "dst", keys.stream().map("out/2026/"::concat).toList());
        fill(clouds.s3(), "src", List.of("a", "im", "io", "z"));

        list(clouds.start("s3://src/in->cf://dst/out/2026"));

        assertThat(ranges).hasSizeGreaterThan(2);
        assertThat(listed).isEqualTo(KEYS);
        assertThat(equal).isEqualTo(KEYS);
    }

    @Test
    void cutsNothingWhileCopiesWait() {
        fill(clouds.s3(), "src", keys(names().get(0)));
        clouds.cf().bucket("dst");

        list(clouds.start("s3://src->cf://dst"));

        assertThat(ranges).hasSize(1);
        assertThat(decided).hasSize(KEYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the source", "the destination"})
    void cutsNothingWhereAStoreListsFromTheBeginningAllTheSame(String side) {
        List<String> keys = keys(names().get(0));
        fill(clouds.s3(), "src", keys);
        fill(clouds.cf(), "dst", keys);
        (side.equals("the source") ? clouds.s3() : clouds.cf()).beginsAtTheBeginning();

        list(clouds.start("s3://src->cf://dst"));

        assertThat(ranges).hasSize(1);
        assertThat(listed).isEqualTo(KEYS);
        assertThat(equal).isEqualTo(KEYS);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void listsOnWhereACutIsRefused(RuntimeException refusal) {
        List<String> keys = keys(names().get(0));
        for (FakeStores stores : List.of(
                new FakeStores().with("s3", new RefusesCuts(refusal)).with("cf", new FakeStore()),
                new FakeStores().with("s3", new FakeStore()).with("cf", new RefusesCuts(refusal)))) {
            fill((FakeStore) stores.named("s3"), "src", keys);
            fill((FakeStore) stores.named("cf"), "dst", keys);
            listed = 0;
            equal = 0;

            list(new Runs(stores).start(new ScenarioParser(stores.names()).parse("s3://src->cf://dst"), FakeRuns.COPY));

            assertThat(listed).isEqualTo(KEYS);
            assertThat(equal).isEqualTo(KEYS);
            assertThat(listers.take()).as("nobody is left behind").isEqualTo(8);
            listers.giveBack(8);
        }
        assertThat(ranges).hasSize(2);
    }

    static List<RuntimeException> refusals() {
        return List.of(new TransientStoreException("503"), new RejectedException("400: invalid start-after"));
    }

    /** Answers for whole pages only. */
    private static final class RefusesCuts extends FakeStore {

        private final RuntimeException refusal;

        RefusesCuts(RuntimeException refusal) {
            this.refusal = refusal;
        }

        @Override
        public ListingPage listAfter(String bucket, String prefix, String after, int most) {
            if (most == 1) {
                throw refusal;
            }
            return super.listAfter(bucket, prefix, after, most);
        }
    }

    /** Such as a store that orders letters as a language does: what is small here may come late there. */
    @Test
    void noticesAKeyOfBeforeARange() {
        List<String> keys = keys(i -> String.format(Locale.ROOT, "obj-%010d.bin", i));
        fill(clouds.s3(), "src", keys);
        fill(clouds.cf(), "dst", keys);
        clouds.s3().listedAs(entries -> {
            List<ObjectEntry> disordered = new ArrayList<>(entries);
            disordered.add(KEYS - 1, disordered.remove(5));
            return disordered;
        });

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> list(clouds.start("s3://src->cf://dst")))
                .withMessageStartingWith("the listing of s3://src is not in UTF-8 byte order: \"obj-0000000005.bin\"");
    }

    @Test
    void doesNotSortAPartOfTheKeysByItself() {
        List<String> keys = keys(names().get(0));
        fill(clouds.s3(), "src", keys);
        fill(clouds.cf(), "dst", keys);
        clouds.cf().listedAs(entries -> {
            List<ObjectEntry> disordered = new ArrayList<>(entries);
            Collections.swap(disordered, KEYS - 3000, KEYS - 2000);
            return disordered;
        });

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> list(clouds.start("s3://src->cf://dst")))
                .withMessageStartingWith("the listing of cf://dst is not in UTF-8 byte order")
                .withMessageEndingWith("run it with --listings 1, so that both sides are sorted on disk");
    }

    private static List<String> keys(IntFunction<String> name) {
        return IntStream.range(0, KEYS).mapToObj(name).sorted(Keys.ORDER).toList();
    }

    private static void fill(FakeStore store, String bucket, List<String> keys) {
        keys.forEach(key -> store.with(bucket, key, SAME));
    }

    /** All ranges, one page of each in turn. */
    private void list(Run run) {
        Deque<RangeListing> open = new ArrayDeque<>();
        listers.enter();
        open(run, run.ranges().whole(), open);
        while (!open.isEmpty()) {
            RangeListing listing = open.remove();
            if (!listing.hasNext()) {
                RangeMarker marker = listing.marker();
                listed += marker.listed();
                equal += marker.equal();
                run.ranges().arrive(marker);
                listers.leave();
                listing.close();
                continue;
            }
            SourcePage page = listing.next();
            page.cut().forEach(range -> open(run, range, open));
            for (CopyTask task : listing.decide(page.entries())) {
                if (run.tasks().claim(task)) {
                    decided.add(task.entry().key());
                }
            }
            open.add(listing);
        }
    }

    private void open(Run run, KeyRange range, Deque<RangeListing> open) {
        ranges.add(range);
        open.add(
                new RangeListing(run, range, (of, skipped) -> {}, listers, new SortSpace(), ForkJoinPool.commonPool()));
    }
}
