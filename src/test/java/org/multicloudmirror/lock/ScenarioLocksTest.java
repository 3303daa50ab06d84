package org.multicloudmirror.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.testing.LockProbe;

class ScenarioLocksTest {

    private static final Scenario SCENARIO = new ScenarioParser(Set.of("s3", "cf")).parse("s3://a->cf://b");

    private final Path directory;
    private final ScenarioLocks locks;

    ScenarioLocksTest(@TempDir Path directory) {
        this.directory = directory;
        this.locks = new ScenarioLocks(directory);
    }

    /** Linux gives up all of a process's locks on a file that it closes. */
    @Test
    void whoAsksInThisProcessDoesNotOpenItForOthers() throws Exception {
        try (ScenarioLocks.Held held = locks.tryAcquire(SCENARIO).orElseThrow()) {
            assertThat(locks.tryAcquire(SCENARIO)).isEmpty();
            assertThat(locks.holder(SCENARIO))
                    .startsWith("pid " + ProcessHandle.current().pid() + ", since ");

            assertThat(LockProbe.isLocked(held.path())).isTrue();
        }
        assertThat(LockProbe.isLocked(directory.resolve(SCENARIO.fileName() + ".lock")))
                .isFalse();
        locks.tryAcquire(SCENARIO).orElseThrow().close();
    }

    @Test
    void aLinkToTheDirectoryLeadsToTheSameLock() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
        try (ScenarioLocks.Held held = locks.tryAcquire(SCENARIO).orElseThrow()) {
            assertThat(new ScenarioLocks(link).tryAcquire(SCENARIO)).isEmpty();
            assertThat(LockProbe.isLocked(held.path())).isTrue();
        }
    }
}
