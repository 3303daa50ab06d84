package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.Service;
import org.multicloudmirror.testing.MountedSecrets;

/** Keys and passwords that are replaced in the middle of a run. */
class RotationTest extends FieldTest {

    private static final int SMALL = 20;

    private final Map<Protocol, MountedSecrets> secrets = new EnumMap<>(Protocol.class);

    @BeforeEach
    void writeSecrets() {
        for (Protocol protocol : Protocol.values()) {
            secrets.put(
                    protocol, new MountedSecrets(directory.resolve("secrets-" + protocol), Service.USER, Service.KEY));
        }
        run.store("s3", Map.of("access-key", "file:" + of(Protocol.S3).user()));
        run.store("s3", Map.of("secret-key", "file:" + of(Protocol.S3).key()));
        run.store("cf", Map.of("identity", "file:" + of(Protocol.SWIFT).user()));
        run.store("cf", Map.of("credential", "file:" + of(Protocol.SWIFT).key()));
        run.with("mirror.multipart-threshold", "6M").with("mirror.part-size", "5M");
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                named("the first look at the bucket", call -> call.isBucket() && call.is("HEAD")),
                named("a listing", Call::isListing),
                named("a HEAD", call -> call.isObject() && call.is("HEAD")),
                named("a GET", call -> call.isObject() && call.is("GET")),
                named(
                        "a PUT",
                        call -> call.isObject()
                                && call.is("PUT")
                                && call.bucket().equals("dst")),
                named(
                        "a part",
                        call -> call.is("PUT")
                                && (call.asks("partNumber") || call.bucket().equals("dst_segments"))),
                named(
                        "the end of an upload",
                        call -> (call.is("POST") && call.asks("uploadId")) || call.asks("multipart-manifest")),
                named("a deletion", call -> call.asks("delete") || call.asks("bulk-delete")));
    }

    private static Arguments named(String name, Predicate<Call> which) {
        return Arguments.of(name, which);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void nothingFailsWhenKeysAreReplaced(String name, Predicate<Call> which) throws IOException {
        fill();
        // more than there are objects: with fewer, a large one goes as one stream when it happens to be among many
        run.with("mirror.process", "32");
        Rotation s3 = new Rotation(Protocol.S3, which);
        Rotation swift = new Rotation(Protocol.SWIFT, which);
        cloud.switchOn(s3);
        cloud.switchOn(swift);

        for (Way way : Way.values()) {
            FieldResult result =
                    mirror(way, "--delete", "--max-delete", "-1", "--min-sync", "0", "--compare", "metadata");
            assertThat(result.exit()).as(result.told()).isZero();
            assertThat(result.keys("copied")).as(result.told()).hasSize(SMALL + 1);
            assertThat(result.keys("deleted")).hasSize(1);
        }
        assertThat(s3.isDone() || swift.isDone()).isTrue();
        assertThat(logins()).isLessThanOrEqualTo(4);
    }

    private void fill() {
        for (Way way : Way.values()) {
            Service source = way.source(cloud);
            for (int i = 0; i < SMALL; i++) {
                source.put("src", "k%02d".formatted(i), "x");
            }
            source.put("src", "large", noise(12 * MIB), Map.of());
            Service destination = way.destination(cloud);
            destination.put("dst", "k00", "other");
            destination.put("dst", "extra", "x");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aFileThatIsEmptyInTheMiddleIsWaitedFor(Way way) {
        for (int i = 0; i < SMALL; i++) {
            way.source(cloud).put("src", "k%02d".formatted(i), "x");
        }
        AtomicInteger refused = new AtomicInteger();
        AtomicBoolean isBegun = new AtomicBoolean();
        Protocol protocol = way.destinationProtocol();
        run.with("mirror.retry.delay", "50").with("mirror.process", "2");
        cloud.switchOn(new Quirk() {
            @Override
            public Optional<Reply> instead(Call call) {
                if (!call.service().protocol().equals(protocol)) {
                    return Optional.empty();
                }
                if (call.isObject() && call.is("PUT") && !isBegun.getAndSet(true)) {
                    of(protocol).replace("", "");
                    call.service().rotate("new", "new-secret");
                } else if (isBegun.get() && refused.incrementAndGet() == 4) {
                    of(protocol).replace("new", "new-secret");
                }
                return Optional.empty();
            }
        });

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.keys("copied")).hasSize(SMALL);
        assertThat(result.err())
                .filteredOn(line -> line.contains("is empty; write the value there"))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void keysInTheConfigurationFileAreReadAgain() {
        for (int i = 0; i < SMALL; i++) {
            cloud.swift().put("src", "k%02d".formatted(i), "x");
        }
        run.store("s3", Map.of("access-key", Service.USER, "secret-key", Service.KEY));
        AtomicInteger puts = new AtomicInteger();
        cloud.switchOn(new Quirk() {
            @Override
            public Optional<Reply> instead(Call call) throws IOException {
                if (call.isS3() && call.is("PUT") && puts.incrementAndGet() == 5) {
                    call.service().rotate("new", "new-secret");
                    run.store("s3", Map.of("access-key", "new", "secret-key", "new-secret"))
                            .configuration();
                }
                return Optional.empty();
            }
        });

        FieldResult result = mirror(Way.TO_S3);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.keys("copied")).hasSize(SMALL);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aFileThatIsGoneIsNamedWhenItsKeysAreRefused(Way way) {
        way.source(cloud).put("src", "a", "x");
        run.with("mirror.retries", "1");
        Protocol protocol = way.destinationProtocol();
        cloud.switchOn(new Quirk() {
            @Override
            public Optional<Reply> instead(Call call) throws IOException {
                if (call.service().protocol().equals(protocol) && call.is("PUT")) {
                    Files.deleteIfExists(of(protocol).key());
                    call.service().rotate("new", "new-secret");
                }
                return Optional.empty();
            }
        });

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.told())
                .contains("secrets-" + protocol + "/key, which cannot be read (no such file or directory)");
    }

    private long logins() {
        return cloud.requests()
                .which(request -> request.call().path().startsWith("/auth/"))
                .count();
    }

    private MountedSecrets of(Protocol protocol) {
        return Objects.requireNonNull(secrets.get(protocol));
    }

    /** Replaces the keys when the first request of a kind comes, which is the first one to be refused. */
    private final class Rotation implements Quirk {

        private final Protocol protocol;
        private final Predicate<Call> which;
        private final AtomicBoolean done = new AtomicBoolean();

        Rotation(Protocol protocol, Predicate<Call> which) {
            this.protocol = protocol;
            this.which = which;
        }

        boolean isDone() {
            return done.get();
        }

        @Override
        public Optional<Reply> instead(Call call) {
            if (call.service().protocol().equals(protocol) && which.test(call) && !done.getAndSet(true)) {
                call.service().rotate("new", "new-secret");
                of(protocol).replace("new", "new-secret");
            }
            return Optional.empty();
        }
    }
}
