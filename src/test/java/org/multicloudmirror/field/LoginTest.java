package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.Refuses;

/** Services that say 401 for more than one reason. */
class LoginTest extends FieldTest {

    private static final Reply UNAUTHORIZED = Reply.text(401, "text/html", "<html><h1>Unauthorized</h1></html>");

    @Test
    void whatIsNotAllowedCostsOneMoreLogin() {
        for (int i = 0; i < 15; i++) {
            cloud.s3().put("src", "k" + i, "x");
        }
        cloud.switchOn(new Refuses(call -> !call.isS3() && call.isObject() && call.is("PUT"), UNAUTHORIZED));

        FieldResult result = mirror(Way.TO_SWIFT);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed")).hasSize(15);
        assertThat(logins()).isLessThanOrEqualTo(3);
    }

    @Test
    void aLoginThatIsRefusedOnceIsTriedAgain() {
        for (int i = 0; i < 15; i++) {
            cloud.s3().put("src", "k" + i, "x");
        }
        AtomicInteger puts = new AtomicInteger();
        AtomicInteger logins = new AtomicInteger();
        cloud.switchOn(new Quirk() {
            @Override
            public Optional<Reply> instead(Call call) {
                boolean isExpired = !call.isS3() && call.isObject() && call.is("PUT") && puts.incrementAndGet() == 4;
                boolean isRefused = isLogin(call) && logins.incrementAndGet() == 2;
                return isExpired || isRefused ? Optional.of(UNAUTHORIZED) : Optional.empty();
            }
        });

        // workers that were refused together hear of it for a tenth of a second
        run.with("mirror.retry.delay", "50");

        FieldResult result = mirror(Way.TO_SWIFT);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.keys("copied")).hasSize(15);
    }

    static Stream<Arguments> denials() {
        return Stream.of(Arguments.of(Way.TO_SWIFT, "PUT", "dst"), Arguments.of(Way.TO_S3, "GET", "src"));
    }

    /** Ceph's gateway says 401 of an object that one may not touch. */
    @ParameterizedTest
    @MethodSource("denials")
    void whatIsNotAllowedAmongOtherThingsIsToldSoon(Way way, String method, String bucket) {
        for (int i = 0; i < 80; i++) {
            way.source(cloud).put("src", "k%02d".formatted(i), "x");
        }
        run.with("mirror.process", "4");
        cloud.switchOn(new Refuses(
                call -> !call.isS3()
                        && call.is(method)
                        && call.bucket().equals(bucket)
                        && call.key().matches(".*[13579]"),
                UNAUTHORIZED));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("copied")).hasSize(40);
        assertThat(result.keys("failed")).hasSize(40).allSatisfy(key -> assertThat(result.reason(key))
                .contains("401 Unauthorized; check the credentials and permissions of store cf"));
        assertThat(logins()).isEqualTo(1);
        // twice each, but for those that came first
        assertThat(cloud.requests().which(request -> request.status() == 401).count())
                .isBetween(80, 80 + 4 * 2);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTokenThatIsRefusedNowAndThenIsTriedAgain(Way way) {
        for (int i = 0; i < 200; i++) {
            way.source(cloud).put("src", "k%03d".formatted(i), "x");
        }
        Random random = new Random(7);
        cloud.switchOn(new Refuses(
                call -> {
                    synchronized (random) {
                        return !call.isS3() && call.isObject() && random.nextInt(10) == 0;
                    }
                },
                UNAUTHORIZED));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.keys("copied")).hasSize(200);
        assertThat(logins()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTokenThatRanOutIsRenewed(Way way) {
        for (int i = 0; i < 100; i++) {
            way.source(cloud).put("src", "k%02d".formatted(i), "x");
        }
        AtomicInteger objects = new AtomicInteger();
        AtomicBoolean isExpired = new AtomicBoolean();
        cloud.switchOn(new Quirk() {
            @Override
            public Optional<Reply> instead(Call call) {
                if (call.isS3()) {
                    return Optional.empty();
                }
                if (call.isObject() && objects.incrementAndGet() == 30) {
                    isExpired.set(true);
                }
                if (isLogin(call)) {
                    isExpired.set(false);
                }
                return isExpired.get() ? Optional.of(UNAUTHORIZED) : Optional.empty();
            }
        });
        run.with("mirror.retries", "1");

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.keys("copied")).hasSize(100);
        assertThat(logins()).isEqualTo(2);
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(429, "Too many logins; wait a minute"),
                Arguments.of(500, "the token store is down"),
                Arguments.of(503, "maintenance until noon"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whatTheLoginIsAnsweredIsTold(int status, String words) {
        run.with("mirror.retries", "1");
        cloud.switchOn(new Refuses(LoginTest::isLogin, Reply.text(status, "text/plain", words)));

        FieldResult result = mirror(Way.TO_S3);

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.told()).contains("the identity service answers " + status + " " + words);
    }

    private long logins() {
        return cloud.requests().which(request -> isLogin(request.call())).count();
    }

    private static boolean isLogin(Call call) {
        return call.path().startsWith("/auth/");
    }
}
