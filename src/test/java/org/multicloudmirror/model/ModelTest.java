package org.multicloudmirror.model;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs against the oracle. {@code -Dmirror.test.seeds=200} tries so many seeds more, and
 * {@code -Dmirror.test.first-seed=7} begins with another one.
 */
class ModelTest {

    private static final int FIXED = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    static LongStream seeds() {
        long first = Long.getLong("mirror.test.first-seed", 1);
        return LongStream.range(first, first + FIXED + Integer.getInteger("mirror.test.seeds", 0));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdsWhereServicesBehave(long seed) {
        new Trial(seed, false, directory, Fault.NONE).hold();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdsWhereTheyHaveQuirks(long seed) {
        new Trial(seed, true, directory, Fault.NONE).hold();
    }
}
