package org.multicloudmirror.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.testing.LockProbe;

class ScenarioLocksTest {

    private static final ScenarioParser PARSER = new ScenarioParser(Set.of("s3", "cf", "cf2"));
    private static final Scenario SCENARIO = PARSER.parse("s3://a->cf://b");

    private final Path directory;
    private final ScenarioLocks locks;

    ScenarioLocksTest(@TempDir Path directory) {
        this.directory = directory;
        this.locks = new ScenarioLocks(Optional.of(directory), ScenarioLocksTest::service, false);
    }

    private static String service(String store) {
        return store.equals("cf2") ? "cf" : store;
    }

    /** Linux gives up all of a process's locks on a file that it closes. */
    @Test
    void whoAsksInThisProcessDoesNotOpenItForOthers() throws Exception {
        try (ScenarioLocks.Held held = acquired(SCENARIO)) {
            assertThat(locks.tryAcquire(SCENARIO, false).obstacle())
                    .startsWith(
                            "another run has it: pid " + ProcessHandle.current().pid() + ", since ");
            assertThat(locks.tryAcquire(PARSER.parse("s3://x->cf://y"), true).held())
                    .get()
                    .satisfies(ScenarioLocks.Held::close);

            assertThat(LockProbe.isLocked(held.path())).isTrue();
        }
        assertThat(LockProbe.isLocked(directory.resolve(SCENARIO.fileName() + ".lock")))
                .isFalse();
        acquired(SCENARIO).close();
    }

    @Test
    void aLinkToTheDirectoryLeadsToTheSameLock() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
        try (ScenarioLocks.Held held = acquired(SCENARIO)) {
            assertThat(new ScenarioLocks(Optional.of(link), ScenarioLocksTest::service, false)
                            .tryAcquire(SCENARIO, false)
                            .held())
                    .isEmpty();
            assertThat(LockProbe.isLocked(held.path())).isTrue();
        }
    }

    /** Which of the two began, and which of them deletes. */
    @ParameterizedTest
    @CsvSource({
        "s3://a->cf://b,     true,  s3://c->cf://b,     false, true",
        "s3://a->cf://b,     false, s3://c->cf://b,     true,  true",
        "s3://a->cf://b,     false, s3://c->cf://b,     false, false",
        "s3://a->cf://b/x,   true,  s3://c->cf://b,     false, true",
        "s3://a->cf://b,     true,  s3://c->cf://b/x,   false, true",
        "s3://a->cf://b/x,   true,  s3://c->cf://b/y,   true,  false",
        "s3://a->cf://b/x,   true,  s3://c->cf://b/x2,  true,  false",
        "s3://a->cf://b,     true,  s3://c->cf2://b,    false, true",
        "s3://a->cf://b,     true,  cf://b->s3://a,     false, true",
        "s3://a->cf://b,     true,  s3://a->cf://c,     true,  false",
        "s3://a->cf://b,     true,  s3://a/x->cf://b/x, true,  false",
        "s3://a->cf://b,     true,  cf://b->s3://c,     true,  false",
        "s3://a->cf://b,     true,  s3://c->cf://b_segments, false, true"
    })
    void noneIsHadBesideOneThatWouldDeleteWhatItCopies(
            String first, boolean deletes, String second, boolean secondDeletes, boolean isRefused) throws IOException {
        Scenario later = PARSER.parse(second);
        try (ScenarioLocks.Held held =
                locks.tryAcquire(PARSER.parse(first), deletes).held().orElseThrow()) {
            ScenarioLocks.Attempt attempt = locks.tryAcquire(later, secondDeletes);

            attempt.held().ifPresent(ScenarioLocks.Held::close);
            assertThat(attempt.held().isEmpty()).isEqualTo(isRefused);
            assertThat(Files.readString(held.path())).startsWith("pid ").doesNotContain("://b\n");
            if (isRefused) {
                assertThat(attempt.obstacle())
                        .startsWith("\"" + PARSER.parse(first) + "\" is under way (pid ")
                        .endsWith("), and with --delete one would delete what the other copies");
            }
        }
        locks.tryAcquire(later, secondDeletes).held().orElseThrow().close();
        assertThat(Files.readString(directory.resolve(later.fileName() + ".lock")))
                .as("who had it")
                .matches("pid \\d+, since 20\\S+Z");
    }

    @Test
    void containersOfPartsAreContentWhereThatIsWanted() {
        ScenarioLocks parts = new ScenarioLocks(Optional.of(directory), ScenarioLocksTest::service, true);
        try (ScenarioLocks.Held held = parts.tryAcquire(SCENARIO, true).held().orElseThrow()) {
            assertThat(held.path()).exists();
            parts.tryAcquire(PARSER.parse("s3://c->cf://b_segments"), true)
                    .held()
                    .orElseThrow()
                    .close();
        }
    }

    /** What a killed run left, an older program wrote, or a full disk cut off. */
    @ParameterizedTest
    @CsvSource({"''", "x", "%", "%zz"})
    void whatNobodyHoldsIsInNobodysWay(String behind) throws IOException {
        Scenario other = PARSER.parse("s3://c->cf://b");
        String claim = Claim.of(other, true, ScenarioLocksTest::service).text();
        String who = "pid 1, since 2026-11-23T04:00:01Z\n";
        Path left = directory.resolve(other.fileName() + ".lock");
        for (String text :
                new String[] {who + claim + behind, who + claim.substring(0, claim.length() - 7), who, claim}) {
            Files.writeString(left, text);

            acquired(SCENARIO).close();
        }
    }

    private ScenarioLocks.Held acquired(Scenario scenario) {
        return locks.tryAcquire(scenario, false).held().orElseThrow();
    }
}
