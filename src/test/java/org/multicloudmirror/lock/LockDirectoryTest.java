package org.multicloudmirror.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.testing.Logged;

class LockDirectoryTest {

    private static final String NAME = "multi-cloud-mirror-locks";
    private static final Scenario SCENARIO = new ScenarioParser(Set.of("s3", "cf")).parse("s3://a->cf://b");
    private static final int ROOT = 0;
    private static final int JOE = 12_345;

    private final Path run;
    private final Path temporary;
    private final int user;

    LockDirectoryTest(@TempDir Path directory) throws IOException {
        run = Files.createDirectory(directory.resolve("run"));
        temporary = Files.createDirectory(directory.resolve("tmp"));
        user = (Integer) Files.getAttribute(run, "unix:uid");
    }

    @Test
    void rootsIsWhereOnlyRootCanMakeOne() throws IOException {
        LockDirectory roots = LockDirectory.usual(run, temporary, ROOT);
        assertThat(roots.path()).isEqualTo(run.resolve(NAME));
        roots.make();

        assertThat(mode(roots.path())).isEqualTo(01777);
        assertThat(roots.isTrusted()).isEqualTo(user == ROOT);
    }

    @Test
    void allUseRootsOnceItIsThere() throws IOException {
        assumeTrue(user == ROOT);
        assertThat(LockDirectory.usual(run, temporary, JOE).path()).isEqualTo(temporary.resolve(NAME));

        LockDirectory.usual(run, temporary, ROOT).make();

        assertThat(LockDirectory.usual(run, temporary, JOE).path()).isEqualTo(run.resolve(NAME));
    }

    @Test
    void theTemporaryOneIsForAllWhenItIsRootsOrOurs() throws IOException {
        LockDirectory shared = LockDirectory.usual(run.resolve("none"), temporary, user);
        shared.make();

        assertThat(mode(shared.path())).isEqualTo(01777);
        assertThat(LockDirectory.usual(run.resolve("none"), temporary, user)).isEqualTo(shared);
        assertThat(shared.path()).isEqualTo(temporary.resolve(NAME));
    }

    /** Whoever owns it, or may write there, could put a link in the place of a lock. */
    @ParameterizedTest
    @ValueSource(strings = {"another's", "not sticky", "link"})
    void oneThatOthersCanChangeIsNotUsed(String flaw) throws IOException {
        assumeTrue(user == ROOT);
        Path shared = temporary.resolve(NAME);
        switch (flaw) {
            case "link" -> Files.createSymbolicLink(shared, run);
            case "not sticky" -> Files.setAttribute(Files.createDirectory(shared), "unix:mode", 0777);
            default -> Files.setAttribute(Files.createDirectory(shared), "unix:uid", JOE + 1);
        }

        try (Logged log = Logged.of(LockDirectory.class)) {
            assertThat(LockDirectory.usual(run, temporary, JOE).path()).isEqualTo(temporary.resolve(NAME + "-" + JOE));
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN " + shared + " could be changed by others");
        }
    }

    @Test
    void nothingIsGivenFreeWhereALinkCouldTakeItsPlace() throws IOException {
        Path open = Files.createDirectory(temporary.resolve("open"));
        Files.setAttribute(open, "unix:mode", 0777);
        ScenarioLocks locks = new ScenarioLocks(Optional.of(open), store -> store, false);

        try (ScenarioLocks.Held held = locks.tryAcquire(SCENARIO, false).held().orElseThrow()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(held.path())))
                    .doesNotEndWith("w-");
        }
    }

    /** It may be a link to a file that only we may write to. */
    @Test
    void aLinkIsNeverOpened() throws IOException {
        Path secret = Files.writeString(temporary.resolve("secret"), "it");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Path place = temporary.resolve("locks");
        ScenarioLocks locks = new ScenarioLocks(Optional.of(place), store -> store, false);
        locks.tryAcquire(SCENARIO, false).held().orElseThrow().close();
        Path file = place.resolve(SCENARIO.fileName() + ".lock");
        Files.delete(file);
        Files.createSymbolicLink(file, secret);

        assertThatThrownBy(() -> locks.tryAcquire(SCENARIO, false)).hasMessageContaining("cannot be used");
        assertThat(secret).hasContent("it");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    private static int mode(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:mode") & 07777;
    }
}
