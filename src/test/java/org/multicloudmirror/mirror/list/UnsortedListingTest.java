package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.multicloudmirror.mirror.select.Filters;
import org.multicloudmirror.mirror.select.KeyList;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.testing.FakeRuns;

/** A listing that is not in the order that the merge rests on is sorted on disk, and nothing is lost or done twice. */
class UnsortedListingTest {

    private static final List<String> KEYS =
            IntStream.range(0, 2500).mapToObj("k%04d"::formatted).toList();

    private final ListRoute route = new ListRoute();
    private final Run run = route.clouds().start("s3://src->cf://dst");

    @Test
    void sortsAnUnsortedSource() {
        ListRoute.fill(route.source().listedAs(ListedOrders::shuffled), "src", KEYS);
        ListRoute.fill(route.destination(), "dst", KEYS.subList(100, 2400));

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).isEqualTo(ends());
        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.COMPLETE, "", 200, 2500, 2300));
    }

    @Test
    void sortsAnUnsortedDestination() {
        ListRoute.fill(route.source(), "src", KEYS);
        ListRoute.fill(route.destination().listedAs(ListedOrders::shuffled), "dst", KEYS.subList(100, 2400));

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).isEqualTo(ends());
        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.COMPLETE, "", 200, 2500, 2300));
    }

    /** Camel asks for the next page before it has the present one compared. */
    @Test
    void sortsADestinationThatProvesUnsortedAtTheSourcesLastPage() {
        ListRoute.fill(route.source(), "src", List.of("a", "b", "c"));
        ListRoute.fill(route.destination().listedAs(ListedOrders::reversed), "dst", List.of("a", "b"));

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).containsExactly("c");
        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.COMPLETE, "", 1, 3, 2));
    }

    @Test
    void tellsInANoteWhatWasUnsorted() {
        ListRoute.fill(route.source().listedAs(ListedOrders::reversed), "src", List.of("a", "b\n"));

        route.list(run);

        assertThat(run.notes())
                .containsExactly("the listing of s3://src is not in UTF-8 byte order: \"a\" comes after"
                        + " \"b\\u000a\"; it was sorted on disk");
    }

    @Test
    void sortsAListingInTheOrderOfJava() {
        List<String> keys = List.of("a\uE000", "a\uFFFF", "a\uD800\uDC00");
        ListRoute.fill(route.source(), "src", keys);
        ListRoute.fill(route.destination(), "dst", keys);
        route.destination().listedAs(ListedOrders::byUtf16);

        RangeMarker marker = route.list(run);

        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.COMPLETE, "", 0, 3, 3));
    }

    /** A page is decided again when the destination turns out to be in disorder. */
    @Test
    void countsWhatAListDoesNotNameOnce(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("keys"), "a\n");
        ListRoute.fill(route.source(), "src", List.of("a", "b", "c"));
        ListRoute.fill(route.destination().listedAs(ListedOrders::reversed), "dst", List.of("b", "c"));
        Run named = route.clouds()
                .start(
                        "s3://src->cf://dst",
                        new RunOptions(
                                RunMode.MIRROR,
                                Compare.ETAG,
                                new Selection(0, 1_000_000, null, null, Filters.NONE, KeyList.read(file)),
                                Deletion.NONE,
                                BackupPlace.NONE,
                                true,
                                Budget.unlimited()));

        route.list(named);

        assertThat(route.keys()).containsExactly("a");
        assertThat(named.notes()).contains("left out of the source, not named by --files-from: 2");
    }

    @Test
    void takesAKeyThatIsListedTwiceOnce() {
        ListRoute.fill(route.source(), "src", List.of("a", "b", "c"));
        ListRoute.fill(route.destination(), "dst", List.of("a"));
        route.source().listedAs(ListedOrders::twice);
        route.destination().listedAs(ListedOrders::twice);

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).containsExactly("b", "c");
        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.COMPLETE, "", 2, 3, 1));
    }

    @Test
    void takesAKeyThatTwoPagesListOnce() {
        ListRoute.fill(route.source().pageSizes(3, 4), "src", KEYS.subList(0, 3));
        ListRoute.fill(route.destination(), "dst", KEYS.subList(0, 2));
        route.source().listedAs(entries -> List.of(entries.get(0), entries.get(1), entries.get(2), entries.get(2)));

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).containsExactly(KEYS.get(2));
        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.COMPLETE, "", 1, 3, 2));
    }

    @Test
    void losesNoKeyWhenTheOrderIsAnotherWhenItBeginsAnew() {
        AtomicInteger pages = new AtomicInteger();
        // k0500 comes last at first, and in its place when the listing begins anew after the third page
        route.source().listedAs(entries -> pages.incrementAndGet() > 3 ? entries : withLast(entries, 500));
        ListRoute.fill(route.source(), "src", KEYS);

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).containsExactlyInAnyOrderElementsOf(KEYS);
        assertThat(marker.ending()).isEqualTo(Ending.COMPLETE);
    }

    private static List<ObjectEntry> withLast(List<ObjectEntry> entries, int index) {
        List<ObjectEntry> changed = new ArrayList<>(entries);
        changed.add(changed.remove(index));
        return changed;
    }

    @Test
    void queuesNoKeyTwiceThatIsPendingWhenItBeginsAnew() {
        ListRoute.fill(route.source().listedAs(ListedOrders::disorderedAtTheEnd), "src", KEYS);

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).containsExactlyInAnyOrderElementsOf(KEYS).doesNotHaveDuplicates();
        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.COMPLETE, "", 2500, 2500, 0));
    }

    @Test
    void copiesNoKeyTwiceThatWasCopiedWhenItBeginsAnew() {
        ListRoute.fill(route.source().listedAs(ListedOrders::disorderedAtTheEnd), "src", KEYS);
        route.worker(task -> {
            ListRoute.fill(route.destination(), "dst", List.of(task.entry().key()));
            run.tasks().arrive(outcome(task, OutcomeKind.COPIED));
        });

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).containsExactlyInAnyOrderElementsOf(KEYS).doesNotHaveDuplicates();
        // what was copied is not counted once more as equal
        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.COMPLETE, "", 2500, 2500, 0));
        assertThat(run.progress().listed()).isEqualTo(2500);
    }

    @Test
    void tellsNoKeyTwiceThatADryRunToldWhenItBeginsAnew() {
        Run dryRun = route.clouds().start("s3://src->cf://dst", FakeRuns.DRY);
        ListRoute.fill(route.source().listedAs(ListedOrders::disorderedAtTheEnd), "src", KEYS);
        route.worker(task -> dryRun.tasks().arrive(outcome(task, OutcomeKind.WOULD_COPY)));

        RangeMarker marker = route.list(dryRun);

        assertThat(route.keys()).containsExactlyInAnyOrderElementsOf(KEYS).doesNotHaveDuplicates();
        assertThat(marker.queued()).isEqualTo(2500);
    }

    /** What a destination lacks that has all but the first and the last hundred. */
    private static List<String> ends() {
        return Stream.concat(KEYS.subList(0, 100).stream(), KEYS.subList(2400, 2500).stream())
                .toList();
    }

    private static Outcome outcome(CopyTask task, OutcomeKind kind) {
        ObjectEntry entry = task.entry();
        return new Outcome(
                task.runId(),
                task.sequence(),
                entry.key(),
                entry.size(),
                entry.etag(),
                kind,
                1,
                "",
                Duration.ZERO,
                Evidence.NONE);
    }
}
