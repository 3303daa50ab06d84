package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.Refuses;

/** A destination that takes nothing any more. */
class CircuitTest extends FieldTest {

    private static final int OBJECTS = 200;

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Way.TO_SWIFT, Reply.text(507, "text/plain", "Insufficient Storage")),
                Arguments.of(Way.TO_SWIFT, Reply.text(413, "text/html", "<html><h1>Upload exceeds quota.</h1></html>")),
                Arguments.of(Way.TO_SWIFT, Reply.text(403, "text/html", "<html><h1>Forbidden</h1></html>")),
                Arguments.of(Way.TO_S3, Reply.error(507, "InsufficientStorage", "The disk is full")),
                Arguments.of(Way.TO_S3, Reply.error(403, "QuotaExceeded", "The quota was exceeded")),
                Arguments.of(Way.TO_S3, Reply.error(403, "AccessDenied", "Access Denied")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void theRunEndsAndDeletesNothing(Way way, Reply refusal) {
        fill(way);
        way.destination(cloud).put("dst", "extra", "x");
        cloud.switchOn(new Refuses(call -> call.is("PUT") && call.bucket().equals("dst"), refusal));

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(cloud.requests().method("PUT").objects().count()).isBetween(20, 60);
        assertThat(result.keys("left")).isNotEmpty();
        assertThat(way.destination(cloud).keys("dst")).containsExactly("extra");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void someFailuresAmongSuccessesEndNothing(Way way) {
        fill(way);
        cloud.switchOn(Refuses.with(
                403,
                "AccessDenied",
                call -> call.is("PUT")
                        && call.bucket().equals("dst")
                        && call.key().endsWith("7")));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("copied")).hasSize(OBJECTS * 9 / 10);
        assertThat(result.keys("failed")).hasSize(OBJECTS / 10);
    }

    static Stream<Arguments> outages() {
        Reply reset = Reply.reset();
        Reply gateway = Reply.text(502, "text/html", "<html><h1>Bad Gateway</h1></html>");
        Reply own = Reply.of(500);
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(
                        Arguments.of(way, "PUT", reset),
                        Arguments.of(way, "PUT", gateway),
                        Arguments.of(way, "PUT", Reply.of(503)),
                        Arguments.of(way, "PUT", own),
                        Arguments.of(way, "GET", reset),
                        Arguments.of(way, "GET", Reply.of(504))));
    }

    /** Each object under way fails more often than it is retried. */
    @ParameterizedTest
    @MethodSource("outages")
    void anOutageThatPassesCostsNoObject(Way way, String method, Reply reply) {
        fill(way);
        run.with("mirror.retries", "2").with("mirror.process", "8").with("mirror.failures-in-a-row", "3");
        AtomicInteger left = new AtomicInteger(40);
        cloud.switchOn(new Refuses(call -> call.is(method) && call.isObject() && left.getAndDecrement() > 0, reply));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.keys("copied")).hasSize(OBJECTS);
    }

    static Stream<Arguments> listingOutages() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of("src", "dst")
                .flatMap(bucket -> Stream.of(Reply.reset(), Reply.of(502), Reply.of(503), Reply.of(504))
                        .map(reply -> Arguments.of(way, bucket, reply))));
    }

    /** A page fails more often than it is retried. */
    @ParameterizedTest
    @MethodSource("listingOutages")
    void aListingSitsOutAnOutage(Way way, String bucket, Reply reply) {
        fill(way);
        run.with("mirror.retries", "2");
        AtomicInteger left = new AtomicInteger(6);
        cloud.switchOn(new Refuses(
                call -> call.isListing() && call.bucket().equals(bucket) && left.getAndDecrement() > 0, reply));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(left.get()).isNegative();
        assertThat(result.keys("copied")).hasSize(OBJECTS);
    }

    static Stream<Arguments> deletingOutages() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(Reply.reset(), Reply.of(502), Reply.of(503))
                .map(reply -> Arguments.of(way, reply)));
    }

    /** A batch fails more often than it is retried. */
    @ParameterizedTest
    @MethodSource("deletingOutages")
    void aDeletionSitsOutAnOutage(Way way, Reply reply) {
        fill(way);
        way.destination(cloud).put("dst", "extra", "x");
        way.destination(cloud).put("dst", "further", "x");
        run.with("mirror.retries", "2");
        AtomicInteger left = new AtomicInteger(6);
        cloud.switchOn(new Refuses(call -> deletes(call) && left.getAndDecrement() > 0, reply));

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(left.get()).isNegative();
        assertThat(result.keys("deleted")).containsExactlyInAnyOrder("extra", "further");
    }

    private static boolean deletes(Call call) {
        return call.is("DELETE") || call.asks("delete") || call.asks("bulk-delete");
    }

    static Stream<Arguments> beginnings() {
        return Stream.of("HEAD", "GET", "PUT").flatMap(method -> Stream.of(500, 502, 503)
                .flatMap(status -> Stream.of(
                        Arguments.of(method, status, "s3://src->cf://made"),
                        Arguments.of(method, status, "cf://src->s3://made"))));
    }

    /** What is asked of a bucket that is missing may fail, too: each request once. */
    @ParameterizedTest
    @MethodSource("beginnings")
    void aMissingDestinationIsMadeWhileItsServiceStumbles(String method, int status, String scenario) {
        fill(Way.TO_SWIFT);
        fill(Way.TO_S3);
        AtomicBoolean isLeft = new AtomicBoolean(true);
        cloud.switchOn(new Refuses(
                call -> call.is(method) && !call.isObject() && call.bucket().equals("made") && isLeft.getAndSet(false),
                Reply.of(status)));

        FieldResult result = run.mirror(scenario);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(isLeft).isFalse();
        assertThat(result.keys("copied")).hasSize(OBJECTS);
    }

    static Stream<Arguments> losses() {
        Reply page = Reply.text(404, "text/html", "<html><h1>Not Found</h1></html>");
        Reply error = Reply.error(404, "NoSuchBucket", "The specified bucket does not exist");
        return Stream.of(
                Arguments.of(Way.TO_SWIFT, "PUT", "dst", page),
                Arguments.of(Way.TO_S3, "PUT", "dst", error),
                Arguments.of(Way.TO_SWIFT, "GET", "src", error));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theRunEndsWhenABucketIsGone(Way way, String method, String bucket, Reply reply) {
        fill(way);
        cloud.switchOn(new Refuses(
                call -> call.is(method) && call.isObject() && call.bucket().equals(bucket), reply));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(cloud.requests().method(method).objects().count()).isBetween(20, 60);
        assertThat(result.told()).contains("the run ends early: ", " has lost its bucket; the last of 20 ");
        assertThat(result.keys("left")).isNotEmpty();
    }

    /** What Swift says of a missing container is what it says of a missing object: a listing tells. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void theRunEndsWhenTheSourceIsGoneAltogether(Way way) {
        fill(way);
        AtomicBoolean isGone = new AtomicBoolean();
        Reply reply = way == Way.TO_S3
                ? Reply.text(404, "text/html", "<html><h1>Not Found</h1></html>")
                : Reply.error(404, "NoSuchBucket", "The specified bucket does not exist");
        cloud.switchOn(new Refuses(
                call -> {
                    if (call.isObject()) {
                        isGone.set(true);
                    }
                    return isGone.get() && call.bucket().equals("src");
                },
                reply));

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0");

        // 1 where it was still being listed
        assertThat(result.exit()).as(result.told()).isIn(1, 3);
        assertThat(cloud.requests().method("GET").objects().count()).isBetween(20, 60);
        assertThat(result.keys("gone")).isEmpty();
        assertThat(result.keys("left")).isNotEmpty();
        assertThat(cloud.requests().method("DELETE").count()).isZero();
    }

    private void fill(Way way) {
        for (int i = 0; i < OBJECTS; i++) {
            way.source(cloud).put("src", "k%03d".formatted(i), "0123456789");
        }
    }
}
