package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.testing.FakeRequests.Operation;

/** Every number of objects around the ends of pages, on either side. */
class MergeCountsTest {

    private static final List<Integer> COUNTS = List.of(0, 1, 999, 1000, 1001, 10_000, 20_000, 30_000, 30_001);

    private final ListRoute route = new ListRoute();

    static Stream<Arguments> counts() {
        return COUNTS.stream()
                .flatMap(count -> Stream.of(
                        Arguments.of(count, 1000, 10_000), // from S3 to Swift
                        Arguments.of(count, 10_000, 1000))); // and back
    }

    @ParameterizedTest
    @MethodSource("counts")
    void findsEqualSidesEqual(int count, int sourcePage, int destinationPage) {
        assertTasks(keys(0, count), keys(0, count), sourcePage, destinationPage, List.of());
    }

    @ParameterizedTest
    @MethodSource("counts")
    void copiesAllToAnEmptyDestination(int count, int sourcePage, int destinationPage) {
        assertTasks(keys(0, count), List.of(), sourcePage, destinationPage, keys(0, count));
    }

    @ParameterizedTest
    @MethodSource("counts")
    void copiesTheOneThatIsMissingAtTheEnd(int count, int sourcePage, int destinationPage) {
        assertTasks(keys(0, count + 1), keys(0, count), sourcePage, destinationPage, keys(count, count + 1));
    }

    @ParameterizedTest
    @MethodSource("counts")
    void copiesTheOneThatIsMissingAtTheBeginning(int count, int sourcePage, int destinationPage) {
        assertTasks(keys(0, count + 1), keys(1, count + 1), sourcePage, destinationPage, keys(0, 1));
    }

    @ParameterizedTest
    @MethodSource("counts")
    void leavesAloneWhatOnlyTheDestinationHas(int count, int sourcePage, int destinationPage) {
        assertTasks(keys(7, 8), keys(0, count + 8), sourcePage, destinationPage, List.of());
        assertThat(route.destination().requests().count(Operation.DELETE)).isZero();
    }

    private void assertTasks(
            List<String> source, List<String> destination, int sourcePage, int destinationPage, List<String> missing) {
        ListRoute.fill(route.source().pageSizes(sourcePage), "src", source);
        ListRoute.fill(route.destination().pageSizes(destinationPage).endsWithEmptyPage(), "dst", destination);

        RangeMarker marker = route.list();

        assertThat(route.keys()).isEqualTo(missing);
        assertThat(route.tasks()).extracting(CopyTask::decision).allMatch(Decision.COPY_MISSING::equals);
        assertThat(marker)
                .isEqualTo(new RangeMarker(
                        marker.range(),
                        Ending.COMPLETE,
                        "",
                        missing.size(),
                        source.size(),
                        source.size() - missing.size()));
    }

    private static List<String> keys(int from, int to) {
        return IntStream.range(from, to).mapToObj("k%06d"::formatted).toList();
    }
}
