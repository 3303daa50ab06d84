package org.multicloudmirror.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The shipped alert rules, judged by Prometheus itself. */
@NeedsPromtool
class AlertRulesIT {

    private static final String DIRECTORY = "docker/monitoring/";

    @Test
    void fireAtWhatTheyAreForAndAtNothingElse() throws IOException {
        assertTaken(Promtool.run("test", "rules", DIRECTORY + "mirror.rules.test.yml"));
    }

    @Test
    void areWellFormedWithTheConfigurationThatNamesThem() throws IOException {
        assertTaken(Promtool.run("check", "rules", "--lint=all", "--lint-fatal", DIRECTORY + "mirror.rules.yml"));
        assertTaken(Promtool.run("check", "config", DIRECTORY + "prometheus.yml"));
    }

    private static void assertTaken(Promtool.Verdict verdict) {
        assertThat(verdict.exitCode()).as("%s", verdict.text()).isZero();
    }
}
