package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.Fault;
import org.multicloudmirror.it.servers.FaultyDoor;
import org.multicloudmirror.it.servers.NeedsSwift;

/** Every kind of fault at real servers' doors, at a tenth of the requests: each object arrives all the same, once. */
@NeedsSwift
class FaultsIT {

    private static final int OBJECTS = 40;
    private static final int EVERY = 10;

    private final SwiftFixture swift;
    private final FaultyDoor s3;
    private final FaultyDoor cf;
    private final Mirror mirror;

    FaultsIT(@TempDir Path directory) throws IOException {
        swift = new SwiftFixture(directory);
        s3 = new FaultyDoor(swift.doors().s3());
        cf = new FaultyDoor(swift.doors().v1());
        mirror = swift.mirror()
                .store("s3", Map.of("endpoint", s3.url(), "access-key", "test:tester", "secret-key", "testing"))
                .store("cf", Map.of("endpoint", cf.url(), "identity", "test2:tester2", "credential", "testing2"))
                .setting("mirror.http.read-timeout", 1)
                .setting("mirror.process", 8);
    }

    @AfterEach
    void close() {
        s3.close();
        cf.close();
        swift.close();
    }

    static Stream<Arguments> faultsOfReading() {
        return Stream.of(Fault.values())
                .filter(fault -> fault != Fault.ANSWER_LOST)
                .filter(fault -> fault != Fault.WRONG_ETAG)
                .map(Arguments::of);
    }

    static Stream<Arguments> faultsOfWriting() {
        return Stream.of(Fault.values())
                .filter(fault -> fault != Fault.TRUNCATED)
                .filter(fault -> fault != Fault.STALLED)
                .filter(fault -> fault != Fault.CORRUPT)
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("faultsOfReading")
    void everyObjectArrivesThatWasHardToRead(Fault fault) {
        String container = swift.container();
        String bucket = swift.bucketName();
        IntStream.range(0, OBJECTS).forEach(i -> swift.cf().put(container, key(i), content(i)));
        cf.every(EVERY, "GET", fault);

        MirrorRun run = mirror.run("cf://" + container + "->s3://" + bucket);

        assertArrived(run, cf);
        IntStream.range(0, OBJECTS)
                .forEach(i -> assertThat(swift.s3().text(bucket, key(i))).isEqualTo(content(i)));
    }

    @ParameterizedTest
    @MethodSource("faultsOfWriting")
    void everyObjectArrivesThatWasHardToWrite(Fault fault) {
        String bucket = swift.bucket();
        String container = swift.containerName();
        IntStream.range(0, OBJECTS).forEach(i -> swift.s3().put(bucket, key(i), content(i)));
        cf.every(EVERY, "PUT", fault);

        MirrorRun run = mirror.run("s3://" + bucket + "->cf://" + container);

        assertArrived(run, cf);
        IntStream.range(0, OBJECTS)
                .forEach(i -> assertThat(swift.cf().text(container, key(i))).isEqualTo(content(i)));
    }

    @Test
    void throttlingIsToldInTheReport() {
        String container = swift.container();
        IntStream.range(0, OBJECTS).forEach(i -> swift.cf().put(container, key(i), content(i)));
        s3.every(EVERY, "PUT", Fault.THROTTLED_429);

        MirrorRun run = mirror.run("cf://" + container + "->s3://" + swift.bucketName());

        assertArrived(run, s3);
        assertThat(run.report())
                .containsPattern(
                        "store s3 throttled [0-9]+ requests; it was given down to [0-9]+ at a time instead of");
    }

    private static void assertArrived(MirrorRun run, FaultyDoor door) {
        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.keys("copied")).hasSize(OBJECTS).doesNotHaveDuplicates();
        assertThat(door.struck()).as("faults that struck").isGreaterThanOrEqualTo(OBJECTS / EVERY);
        assertThat(run.orphaned()).isEmpty();
    }

    private static String key(int number) {
        return "object " + number;
    }

    private static String content(int number) {
        return ("content " + number + " ").repeat(number + 1);
    }
}
