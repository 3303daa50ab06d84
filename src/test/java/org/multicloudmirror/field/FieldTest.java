package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.cloud.ScriptedCloud;

/** What the tests of this package begin with: a cloud of their own, and a way to run over it. */
abstract class FieldTest {

    static final int MIB = 1 << 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    final ScriptedCloud cloud = ScriptedCloud.start();

    @SuppressWarnings("NullAway.Init")
    FieldRun run;

    @BeforeEach
    final void prepare() {
        run = new FieldRun(cloud, directory);
        cloud.s3().createBucket("src").createBucket("dst");
        cloud.swift().createBucket("src").createBucket("dst");
    }

    @AfterEach
    final void closeCloud() {
        cloud.close();
    }

    /** Mirrors again: nothing is copied, and of no object is asked. */
    final void assertNothingIsLeftToDo(Way way, String... options) {
        cloud.forgetRequests();
        FieldResult again = mirror(way, options);
        assertThat(again.exit()).as(again.told()).isZero();
        assertThat(again.kinds()).isEmpty();
        assertThat(cloud.requests().objects().list()).isEmpty();
    }

    /** Mirrors again: nothing is copied, and of each object at most the destination's headers are asked for. */
    final void assertNothingIsCopied(Way way, String... options) {
        cloud.forgetRequests();
        FieldResult again = mirror(way, options);
        assertThat(again.exit()).as(again.told()).isZero();
        assertThat(again.kinds()).isEmpty();
        assertThat(cloud.requests().objects())
                .allMatch(request -> request.method().equals("HEAD"));
        assertThat(cloud.requests().objects().of(way.sourceProtocol()).list()).isEmpty();
    }

    final FieldResult mirror(Way way, String... options) {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = way.scenario();
        return run.mirror(all);
    }

    static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
