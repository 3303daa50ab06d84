package org.multicloudmirror.jar;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.testing.Generated;

/** The notices that libraries ask to be passed on, each once, below our own. */
class NoticeTest {

    private static final Path FILE = Path.of("src/main/resources/META-INF/NOTICE");

    @Test
    void jarPassesNoticesOn() throws IOException {
        Map<String, Section> sections = new LinkedHashMap<>();
        for (JarredLibrary library : JarredLibrary.all()) {
            for (Text notice : library.notices()) {
                sections.computeIfAbsent(notice.words(), words -> new Section(new ArrayList<>(), notice))
                        .libraries()
                        .add(library);
            }
        }

        String notices = sections.values().stream().map(Section::text).collect(joining("\n"));

        Generated.assertUpToDate(FILE, Files.readString(Path.of("NOTICE")) + "\n" + notices);
    }

    private record Section(List<JarredLibrary> libraries, Text notice) {

        private static final int NAMED = 5;

        String text() {
            String lines = notice.text().replaceAll("^\\s*\\n", "").stripTrailing();
            return "-".repeat(80) + "\n" + heading() + "\n\n" + lines + "\n";
        }

        /** Families share a notice, and go by their name. */
        private String heading() {
            return libraries.stream()
                    .map(libraries.size() > NAMED ? JarredLibrary::group : JarredLibrary::id)
                    .distinct()
                    .collect(joining("\n"));
        }
    }
}
