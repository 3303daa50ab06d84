package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.Deletion;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.options.Selection;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.testing.FakeRequests.Operation;

class MergeTest {

    private static final List<String> KEYS =
            IntStream.range(0, 30).mapToObj("k%02d"::formatted).toList();

    private final ListRoute route = new ListRoute();

    /** The first and the last place of each page, and one between. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 9, 10, 19, 20, 29})
    void findsTheOneThatDiffersWhereverItIsInItsPage(int place) {
        String key = KEYS.get(place);
        ListRoute.fill(route.source().pageSizes(10), "src", KEYS);
        ListRoute.fill(route.destination().pageSizes(10), "dst", KEYS);

        route.destination().objects("dst").remove(key);
        route.list();
        route.destination().with("dst", key, "diff");
        route.list();
        route.destination().with("dst", key, "other size");
        route.list();
        route.source().objects("src").remove(key);
        route.list();

        assertThat(route.decisions()).containsExactly(key + " COPY_MISSING", key + " INSPECT", key + " COPY_SIZE");
    }

    @Test
    void readsOnBehindEmptyAndShortPages() {
        ListRoute.fill(route.source().pageSizes(0, 10, 0, 0, 1, 0, 10), "src", KEYS);
        ListRoute.fill(route.destination().pageSizes(0, 0, 7, 0, 10), "dst", KEYS.subList(0, 29));

        RangeMarker marker = route.list();

        assertThat(route.decisions()).containsExactly("k29 COPY_MISSING");
        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.COMPLETE, "", 1, 30, 29));
    }

    @Test
    void readsNoFurtherAtTheDestinationThanTheSourceGoes() {
        ListRoute.fill(route.source(), "src", KEYS.subList(0, 5));
        ListRoute.fill(route.destination().pageSizes(10), "dst", KEYS);

        route.list();

        assertThat(route.destination().requests().count(Operation.LIST)).isOne();
    }

    @Test
    void comparesInUtf8OrderNotInThatOfJava() {
        List<String> keys = List.of("a", "a\uD7FF", "a\uE000", "a\uFFFF", "a\uD800\uDC00", "a\uDBFF\uDFFF", "b");
        ListRoute.fill(route.source().pageSizes(2), "src", keys);
        ListRoute.fill(route.destination().pageSizes(3), "dst", keys);
        route.destination().objects("dst").remove("a\uD800\uDC00");
        Run run = route.clouds().start("s3://src->cf://dst");

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).containsExactly("a\uD800\uDC00");
        assertThat(marker.equal()).isEqualTo(6);
        assertThat(run.notes()).isEmpty();
    }

    @Test
    void mapsThePrefixOfOneSideToThatOfTheOther() {
        ListRoute.fill(route.source(), "src", List.of("photos", "photos/", "photos/1", "photos//2", "photos2/3"));
        ListRoute.fill(route.destination(), "dst", List.of("1", "x/y/", "x/y/1", "x/y2"));

        RangeMarker marker = route.list(route.clouds().start("s3://src/photos->cf://dst/x/y"));

        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.COMPLETE, "", 1, 3, 2));
        assertThat(route.tasks())
                .extracting(CopyTask::source, CopyTask::destination)
                .containsExactly(
                        tuple(new ObjectLocation("s3", "src", "photos//2"), new ObjectLocation("cf", "dst", "x/y//2")));
    }

    @Test
    void givesThePrefixsOwnMarkerTheNameOfTheOtherPrefix() {
        ListRoute.fill(route.source(), "src", List.of("photos/"));

        route.list(route.clouds().start("s3://src/photos->cf://dst/x"));

        assertThat(route.tasks())
                .extracting(CopyTask::destination)
                .containsExactly(new ObjectLocation("cf", "dst", "x/"));
    }

    @Test
    void skipsThePrefixsOwnMarkerWhereItHasNoName() {
        ListRoute.fill(route.source(), "src", List.of("photos/", "photos/1"));

        RangeMarker marker = route.list(route.clouds().start("s3://src/photos->cf://dst"));

        assertThat(route.decisions()).containsExactly("photos/1 COPY_MISSING");
        assertThat(marker.queued()).isOne();
        assertThat(marker.skips().byRule())
                .isEqualTo(Map.of("the prefix's own marker has no name at a destination without a prefix", 1L));
    }

    @Test
    void skipsWhatIsLargerThanTheRunsLimit() {
        route.source().with("src", "large", "12345").with("src", "small", "1234");

        route.list(route.clouds()
                .start(
                        "s3://src->cf://dst",
                        new RunOptions(
                                RunMode.MIRROR,
                                Compare.ETAG,
                                new Selection(4),
                                Deletion.NONE,
                                BackupPlace.NONE,
                                true,
                                Budget.unlimited())));

        assertThat(route.decisions()).containsExactly("small COPY_MISSING");
        assertThat(route.skipped())
                .extracting(Outcome::key, Outcome::reason)
                .containsExactly(tuple("large", "larger than --maxsize"));
    }

    @Test
    void listsAnAbsentDestinationAsEmpty() {
        ListRoute.fill(route.source(), "src", KEYS);
        Run run = route.clouds().start("s3://src->cf://absent");
        run.markDestinationAbsent();

        route.list(run);

        assertThat(route.keys()).isEqualTo(KEYS);
        assertThat(route.destination().requests().count(Operation.LIST)).isZero();
    }

    @Test
    void countsProgress() {
        ListRoute.fill(route.source(), "src", KEYS);
        ListRoute.fill(route.destination(), "dst", KEYS.subList(0, 10));
        Run run = route.clouds().start("s3://src->cf://dst");

        route.list(run);

        assertThat(run.progress().listed()).isEqualTo(30);
        assertThat(run.progress().queued()).isEqualTo(20);
        assertThat(run.progress().queuedBytes()).isEqualTo(80);
        assertThat(run.progress().isListingEnded()).isTrue();
    }
}
