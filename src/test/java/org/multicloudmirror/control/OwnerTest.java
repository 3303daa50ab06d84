package org.multicloudmirror.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerTest {

    @Test
    void isNamedWhereItIsKnown(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("service.json"));

        assertThat(Owner.remedy(file))
                .isEqualTo(
                        "run this as its owner, " + System.getProperty("user.name") + " (sudo -u, docker exec --user)");
        assertThat(Owner.remedy(directory.resolve("missing")))
                .isEqualTo("run this as the user of the service (sudo -u, docker exec --user)");
    }
}
