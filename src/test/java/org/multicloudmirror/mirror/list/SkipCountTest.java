package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.Deletion;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.options.Selection;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.select.Filters;
import org.multicloudmirror.mirror.select.KeyList;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeStore;

/** What a run leaves out costs no message, and is not kept. */
class SkipCountTest {

    private static final int MANY = 600_000;

    private final ListRoute route = new ListRoute();

    @Test
    void countsByRuleAndWritesEachDown() {
        FakeObject present = FakeObject.of("old");
        ListRoute.fill(route.source(), "src", List.of("a.log", "a.tmp", "b.tmp", "c"));
        route.source().with("src", "large", "12345");
        route.destination().with("dst", "b.tmp", present);
        Run run = start(new Selection(0, 4, null, null, Filters.parse("- *.tmp\n- *.log"), null));

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).containsExactly("c");
        assertThat(marker.queued()).isOne();
        assertThat(marker.listed()).isEqualTo(5);
        assertThat(marker.skips().byRule())
                .isEqualTo(Map.of(
                        "excluded by --exclude '*.tmp'", 2L,
                        "excluded by --exclude '*.log'", 1L,
                        "larger than --maxsize", 1L));
        assertThat(marker.skips().first()).isEqualTo(route.skipped());
        assertThat(route.skipped())
                .extracting(Outcome::key, Outcome::kind)
                .containsExactly(
                        tuple("a.log", OutcomeKind.SKIPPED),
                        tuple("a.tmp", OutcomeKind.SKIPPED),
                        tuple("b.tmp", OutcomeKind.SKIPPED),
                        tuple("large", OutcomeKind.SKIPPED));
        assertThat(route.skipped().get(2))
                .isEqualTo(new Outcome(
                        run.id(),
                        "b.tmp",
                        4,
                        route.source().object("src", "b.tmp").info().etag(),
                        OutcomeKind.SKIPPED,
                        0,
                        "excluded by --exclude '*.tmp'",
                        Duration.ZERO,
                        new Evidence(present.info().etag(), Proof.NONE)));
        assertThat(run.progress().queued()).isOne();
        assertThat(run.progress().queuedBytes()).isEqualTo(4);
    }

    /** Each key is a kilobyte: kept, they would not fit into the heap of a test. */
    @Test
    void keepsTheFirstOnly() {
        Run run = start(new Selection(0, 4, null, null, Filters.parse("- **"), null));
        long[] written = new long[1];
        Lister lister = new Lister(route.clouds().runs(), (of, skipped) -> written[0]++, 1);
        route.clouds().stores().with("s3", new EndlessStore(MANY, "k".repeat(1_000)));

        RangeListing listing = lister.open(run.ranges().whole());
        while (listing.hasNext()) {
            assertThat(listing.decide(listing.next().entries())).isEmpty();
        }
        RangeMarker marker = lister.end(listing);

        assertThat(marker.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(marker.queued()).isZero();
        assertThat(marker.skips().byRule()).isEqualTo(Map.of("excluded by --exclude '**'", (long) MANY));
        assertThat(marker.skips().first()).hasSize(Summary.SAMPLE_LIMIT);
        assertThat(written[0]).isEqualTo(MANY);
    }

    @Test
    void namesWhatTheListHasAndTheSourceHasNot(@TempDir Path directory) throws IOException {
        List<String> named =
                IntStream.range(0, 3_000).mapToObj("k%04d"::formatted).toList();
        Path file = Files.write(directory.resolve("keys"), named);
        ListRoute.fill(route.source(), "src", named.subList(0, 1_000));
        Run run = start(new Selection(0, 1L << 30, null, null, Filters.NONE, KeyList.read(file)));

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).isEqualTo(named.subList(0, 1_000));
        assertThat(marker.skips().byRule()).isEqualTo(Map.of("named by --files-from, and not at the source", 2_000L));
        assertThat(route.skipped()).extracting(Outcome::key).isEqualTo(named.subList(1_000, 3_000));
    }

    /** A page whose listing turns out to be in disorder is decided a second time. */
    @Test
    void writesNothingDownTwiceWhereAListingIsSorted() {
        List<String> keys = IntStream.range(0, 3_000)
                .mapToObj(i -> "k%04d.tmp".formatted(i))
                .toList();
        ListRoute.fill(route.source(), "src", keys);
        ListRoute.fill(route.destination(), "dst", keys);
        route.destination().listedAs(entries -> {
            List<ObjectEntry> disordered = new ArrayList<>(entries);
            Collections.swap(disordered, 1_500, 2_500);
            return disordered;
        });
        Run run = start(new Selection(0, 1L << 30, null, null, Filters.parse("- *.tmp"), null));

        RangeMarker marker = route.list(run);

        assertThat(marker.skips().total()).isEqualTo(3_000);
        assertThat(route.skipped()).extracting(Outcome::key).isEqualTo(keys);
    }

    private Run start(Selection selection) {
        RunOptions options = new RunOptions(
                RunMode.MIRROR, Compare.ETAG, selection, Deletion.NONE, BackupPlace.NONE, true, Budget.unlimited());
        return route.clouds().start("s3://src->cf://dst", options);
    }

    /** Lists more keys than it could hold. */
    private static final class EndlessStore extends FakeStore {

        private final int keys;
        private final String beginning;

        EndlessStore(int keys, String beginning) {
            this.keys = keys;
            this.beginning = beginning;
        }

        @Override
        public ListingPage list(String bucket, String prefix, @Nullable String from) {
            int first = from == null ? 0 : Integer.parseInt(from);
            int next = Math.min(keys, first + 1_000);
            Stream<ObjectEntry> entries = IntStream.range(first, next)
                    .mapToObj(
                            i -> new ObjectEntry("%s%07d".formatted(beginning, i), 1, ETag.NONE, Instant.EPOCH, false));
            return new ListingPage(entries.toList(), next < keys ? String.valueOf(next) : null);
        }
    }
}
