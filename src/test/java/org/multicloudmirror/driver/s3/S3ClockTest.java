package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A service whose clock is hours ahead of this machine's. */
class S3ClockTest {

    private static final Clock BEHIND = Clock.offset(Clock.systemUTC(), Duration.ofHours(-3));
    private static final Answer TOO_SKEWED = Answer.error(403, "RequestTimeTooSkewed");

    private static final DateTimeFormatter SIGNED =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final FakeS3 s3 = new FakeS3().object("photos", "a", "1");
    private final S3Store store = store(BEHIND);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
        store.close();
        s3.close();
    }

    @Test
    void signsWithTheServersTimeOnceItWasTold() {
        String[] signed = new String[1];
        s3.next("HEAD photos", TOO_SKEWED);

        assertThat(store.bucketExists("photos")).isTrue();

        s3.next("HEAD photos/a", exchange -> {
            signed[0] = exchange.getRequestHeaders().getFirst("X-Amz-Date");
            Answer.text(200, "").give(exchange);
        });
        store.head("photos", "a");
        Instant date = Instant.from(SIGNED.parse(signed[0]));
        assertThat(Duration.between(date, Instant.now()).abs()).isLessThan(Duration.ofMinutes(5));
        assertThat(s3.requests()).containsExactly("HEAD photos", "HEAD photos", "HEAD photos/a");
    }

    @Test
    void sendsABodyThatWasRefusedForItAnew() {
        s3.bucket("photos");
        s3.next("PUT photos/b", TOO_SKEWED);

        assertThatThrownBy(() -> store.put("photos", "b", upload()))
                .isInstanceOf(TransientStoreException.class)
                .hasMessage("s3: the signing clock was wrong and is corrected");
        store.put("photos", "b", upload());
        assertThat(s3.bucket("photos").get("b")).asString(UTF_8).isEqualTo("22");
    }

    /** All are signed with the wrong time when the first answer tells the right one. */
    @Test
    void requestsThatWereUnderWayAreAllSentAgain() throws Exception {
        int many = 4;
        CyclicBarrier arrived = new CyclicBarrier(many);
        for (int i = 0; i < many; i++) {
            s3.next("HEAD photos/a", exchange -> {
                meet(arrived);
                Answer.text(403, "").give(exchange);
            });
        }
        List<CompletableFuture<Long>> heads = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            heads.add(CompletableFuture.supplyAsync(
                    () -> store.head("photos", "a").size(), threads));
        }

        for (CompletableFuture<Long> head : heads) {
            assertThat(head.get(60, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(s3.requests()).hasSize(2 * many);
    }

    @Test
    void aRequestIsSentAgainWhenThisMachinesClockStepsMeanwhile() {
        SteppedClock clock = new SteppedClock();
        try (S3Store stepping = store(clock)) {
            s3.next("HEAD photos/a", exchange -> {
                clock.step = Duration.ZERO;
                Answer.text(403, "").give(exchange);
            });

            assertThat(stepping.head("photos", "a").size()).isEqualTo(1);
            assertThat(s3.requests()).hasSize(2);
        }
    }

    @Test
    void aDenialThatIsNoMatterOfTimeStaysOne() {
        s3.next("HEAD photos", TOO_SKEWED).always("HEAD photos/a", Answer.text(403, ""));
        store.bucketExists("photos");

        assertThatThrownBy(() -> store.head("photos", "a")).isInstanceOf(AccessDeniedException.class);
        assertThat(s3.requests()).containsExactly("HEAD photos", "HEAD photos", "HEAD photos/a", "GET photos/a");
    }

    @Test
    void soDoesOneThatTheRightTimeDoesNotLift() {
        s3.always("HEAD photos/a", TOO_SKEWED);

        assertThatThrownBy(() -> store.head("photos", "a")).isInstanceOf(AccessDeniedException.class);
        assertThat(s3.requests()).containsExactly("HEAD photos/a", "HEAD photos/a", "GET photos/a");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private S3Store store(Clock clock) {
        return new S3Store(
                new S3Settings(
                        "s3",
                        Endpoint.parse(s3.endpoint()),
                        "us-east-1",
                        true,
                        "",
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "SK"))),
                new HttpTransport(8, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(90))),
                clock);
    }

    /** Hours behind until someone sets it. */
    private static final class SteppedClock extends Clock {

        private volatile Duration step = Duration.ofHours(-3);

        @Override
        public Instant instant() {
            return Instant.now().plus(step);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static Upload upload() {
        return new Upload(ObjectMetadata.EMPTY, 2, ETag.NONE, new ByteArrayInputStream("22".getBytes(UTF_8)));
    }
}
