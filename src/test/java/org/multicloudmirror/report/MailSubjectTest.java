package org.multicloudmirror.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailSubjectTest {

    @Test
    void leavesTheSubjectOfAGoodRunAlone() {
        assertThat(MailSubject.of("Mirror report", Sample.COPIED.report())).isEqualTo("Mirror report");
    }

    @Test
    void putsTheNumberOfFailedObjectsFirst() {
        assertThat(MailSubject.of("Mirror report", Sample.CUT_LIST.report())).isEqualTo("250 FAILED: Mirror report");
    }

    @Test
    void tellsThatAScenarioCouldNotRun() {
        assertThat(MailSubject.of("Mirror report", Sample.TWO_SCENARIOS.report()))
                .isEqualTo("FAILED: Mirror report");
    }

    @Test
    void tellsAnInterruption() {
        assertThat(MailSubject.of("Mirror report", Sample.INTERRUPTED.report()))
                .isEqualTo("INTERRUPTED: Mirror report");
    }

    @Test
    void tellsThatALimitWasReached() {
        assertThat(MailSubject.of("Mirror report", Sample.LIMIT_REACHED.report()))
                .isEqualTo("LIMIT REACHED: Mirror report");
    }

    @Test
    void staysOnOneLine() {
        assertThat(MailSubject.of("Mirror\r\nBcc: someone@example.com\t\u2028\u0085\u0000!\n", Sample.COPIED.report()))
                .isEqualTo("Mirror Bcc: someone@example.com !");
    }
}
