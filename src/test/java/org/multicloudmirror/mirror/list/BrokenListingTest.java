package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;

/** A listing that breaks off or is stopped is never taken for a whole one. */
class BrokenListingTest {

    private static final List<String> KEYS =
            IntStream.range(0, 5000).mapToObj("k%04d"::formatted).toList();

    private final ListRoute route = new ListRoute();
    private final Run run = route.clouds().start("s3://src->cf://dst");

    @Test
    void failsWithTheSourcesThirdPage() {
        ListRoute.fill(route.source(), "src", KEYS);
        route.source().requests().fail(Operation.LIST, "src", 3, new TransientStoreException("s3://src: 503"));

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).isEqualTo(KEYS.subList(0, 2000));
        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.FAILED, "s3://src: 503", 2000, 2000, 0));
        assertThat(run.progress().isListingEnded()).isTrue();
        assertThat(route.source().requests().count(Operation.LIST)).isEqualTo(3);
    }

    @Test
    void failsWithTheDestinationsThirdPage() {
        ListRoute.fill(route.source(), "src", KEYS);
        ListRoute.fill(route.destination(), "dst", KEYS);
        route.destination().requests().fail(Operation.LIST, "dst", 3, new TransientStoreException("cf://dst: 503"));

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).isEmpty();
        assertThat(marker.ending()).isEqualTo(Ending.FAILED);
        assertThat(marker.problem()).isEqualTo("cf://dst: 503");
        assertThat(route.destination().requests().count(Operation.LIST)).isEqualTo(3);
    }

    @Test
    void failsWhenAListingThatBeginsAnewBreaksOff() {
        ListRoute.fill(route.source(), "src", KEYS);
        route.source().listedAs(ListedOrders::reversed);
        // the first request finds the disorder, the others are for sorting
        route.source().requests().fail(Operation.LIST, "src", 4, new TransientStoreException("s3://src: 503"));

        RangeMarker marker = route.list(run);

        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.FAILED, "s3://src: 503", 0, 0, 0));
        assertThat(route.source().requests().count(Operation.LIST)).isEqualTo(4);
    }

    @Test
    void isAtItsEndBehindAFailure() {
        route.source().requests().fail(Operation.LIST, "src", 1, new TransientStoreException("s3://src: 503"));
        RangeListing listing = route.open(run);

        assertThat(listing.hasNext()).isTrue();
        assertThatThrownBy(listing::next).hasMessage("s3://src: 503");

        assertThat(listing.hasNext()).isFalse();
        assertThatThrownBy(listing::marker).hasMessageStartingWith("a page of the listing was lost");
        assertThat(route.source().requests().count(Operation.LIST)).isOne();
    }

    @Test
    void failsWhenAPageLeadsToItself() {
        route.clouds().stores().with("s3", new FakeStore() {
            @Override
            public ListingPage list(String bucket, String prefix, @Nullable String from) {
                return new ListingPage(List.of(), "same\n");
            }
        });

        RangeMarker marker = route.list(run);

        assertThat(marker)
                .isEqualTo(new RangeMarker(
                        marker.range(),
                        Ending.FAILED,
                        "listing s3://src: the page after same\\u000a leads to itself",
                        0,
                        0,
                        0));
    }

    @Test
    void stopsWhenTheRunIsInterrupted() {
        ListRoute.fill(route.source(), "src", KEYS);
        route.worker(task -> run.interrupt());

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).isEqualTo(KEYS.subList(0, 1000));
        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.STOPPED, "", 1000, 1000, 0));
    }

    /** One page of the source has the whole destination before it. */
    @Test
    void stopsBetweenPagesOfTheDestination() {
        ListRoute.fill(route.source(), "src", List.of("zzz"));
        ListRoute.fill(route.destination(), "dst", KEYS);
        route.destination().requests().before(Operation.LIST, "dst", run::interrupt);

        RangeMarker marker = route.list(run);

        assertThat(route.keys()).isEmpty();
        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.STOPPED, "", 0, 0, 0));
        assertThat(route.destination().requests().count(Operation.LIST)).isEqualTo(1);
    }

    @Test
    void doesNotBeginWhenTheRunIsInterrupted() {
        ListRoute.fill(route.source(), "src", KEYS);
        run.interrupt();

        RangeMarker marker = route.list(run);

        assertThat(marker).isEqualTo(new RangeMarker(marker.range(), Ending.STOPPED, "", 0, 0, 0));
        assertThat(route.source().requests().count(Operation.LIST)).isZero();
    }

    @Test
    void isStoppedEvenWhenOnlyAnEmptyPageWasLeft() {
        ListRoute.fill(route.source().endsWithEmptyPage(), "src", KEYS.subList(0, 1000));
        route.worker(task -> run.interrupt());

        RangeMarker marker = route.list(run);

        assertThat(marker.queued()).isEqualTo(1000);
        assertThat(marker.ending()).isEqualTo(Ending.STOPPED);
    }
}
