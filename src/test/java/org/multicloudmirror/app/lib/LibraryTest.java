package org.multicloudmirror.app.lib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.app.EngineException;
import org.multicloudmirror.app.Home;
import org.multicloudmirror.settings.InvalidSettingException;

/** What is added to {@code lib/}, by a Maven that only looks like one. */
class LibraryTest {

    private final Path home;
    private final Library library;

    LibraryTest(@TempDir Path directory) throws IOException {
        home = Files.createDirectories(directory.resolve("home"));
        library = new Library(Home.at(home));
    }

    @Test
    void putsThereWhatMavenFetches() throws IOException {
        maven("""
                cp "$2" "$(dirname "$0")/asked.xml"
                touch "${3#-DoutputDirectory=}/camel-slack-1.jar" "${3#-DoutputDirectory=}/okhttp-2.jar"
                """);
        Path there = Files.createDirectories(home.resolve("lib")).resolve("okhttp-2.jar");
        Files.writeString(there, "already");

        assertThat(library.add("camel-slack", "")).contains(List.of(home.resolve("lib/camel-slack-1.jar")));

        assertThat(there).hasContent("already");
        String camel = "<groupId>org.apache.camel</groupId><artifactId>camel-";
        assertThat(Files.readString(home.resolve("asked.xml")))
                .containsPattern(camel + "slack</artifactId><version>4\\.18\\.\\d+</version><scope>runtime<")
                .containsPattern(camel + "support</artifactId><version>4\\.18\\.\\d+</version><scope>provided<")
                .containsPattern("<artifactId>AmazonCorrettoCryptoProvider</artifactId><version>[\\d.]+</version>"
                        + "<scope>provided<")
                .doesNotContain("junit");
    }

    @Test
    void tellsWhatMavenSays() throws IOException {
        maven("""
                echo '[ERROR] Failed to execute goal'
                echo '[ERROR] 	x was not found in central during a previous attempt. This failure was cached'
                echo '[ERROR] -> [Help 1]'
                echo '[ERROR] more'
                exit 1
                """);

        assertThatThrownBy(() -> library.add("camel-slakc", ""))
                .isInstanceOf(EngineException.class)
                .hasMessage("Maven cannot fetch it: x was not found in central");
        assertThat(home.resolve("lib")).doesNotExist();
    }

    @Test
    void addsNothingThatTheJarHas() {
        assertThatThrownBy(() -> library.add("camel-mail", ""))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("camel-mail is inside the jar; nothing is to be added");
    }

    @Test
    void addsNothingThatIsNoComponent() {
        assertThatThrownBy(() -> library.add("../evil", ""))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("\"../evil\" is no component; write one of Camel's such as camel-slack, or"
                        + " group:artifact:version");
    }

    @Test
    void knowsWhatToAskAMavenElsewhereFor() {
        assertThat(library.add("camel-slack", home.toString())).isEmpty();
        assertThat(library.pom("com.example:thing:1.0"))
                .contains("<groupId>com.example</groupId><artifactId>thing</artifactId><version>1.0</version>");
    }

    private void maven(String script) throws IOException {
        Path wrapper = Files.writeString(home.resolve("mvnw"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwx------"));
    }
}
