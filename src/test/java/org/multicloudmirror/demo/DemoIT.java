package org.multicloudmirror.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DemoIT {

    @Test
    void mirrorsAllThenOnlyWhatChangedAndShowsTheMail() throws Exception {
        StringWriter printed = new StringWriter();

        boolean asItShould = new Demo(new PrintWriter(printed)).run();

        assertThat(printed.toString())
                .contains("s3://demo-photos->cf://demo-photos: 38 copied")
                .contains("Subject: [Multi-Cloud Mirror] Script Run at ")
                .contains("Note: created cf://demo-photos")
                .contains("s3://demo-photos->cf://demo-photos: 2 copied (80.0 kB), 0 failed, 0 skipped, 37 unchanged")
                .contains("\"key\":\"alps/picture-1.jpg\"")
                .contains("\"key\":\"garden/picture-13.jpg\"");
        assertThat(asItShould).isTrue();
    }
}
