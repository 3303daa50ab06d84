package org.multicloudmirror.app.lib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.multicloudmirror.app.EngineException;
import org.multicloudmirror.app.Home;
import org.multicloudmirror.settings.FileProblem;
import org.multicloudmirror.settings.InvalidSettingException;

/** The directory {@code lib/}: what lies there is on the launcher's class path. */
public final class Library {

    private final Path home;
    private final JarContents contents = JarContents.read();

    public Library(Home home) {
        this.home = home.directory().orElse(Path.of(""));
    }

    /** Where it is. */
    public Path directory() {
        return home.resolve("lib");
    }

    /**
     * Adds a component of Camel, or another artifact, and what it needs, but nothing that the jar has.
     *
     * @param text such as {@code camel-slack}
     * @param path of the environment, where Maven may be
     * @return what was put there; empty when there is no Maven
     * @throws InvalidSettingException when it is no artifact, or the jar has it
     * @throws EngineException when it cannot be fetched, or nothing can be put there
     */
    public Optional<List<Path>> add(String text, String path) {
        Artifact wanted = artifact(text);
        Optional<Maven> maven = Maven.find(home, path);
        if (maven.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path work = Files.createTempDirectory("multi-cloud-mirror-add-");
            try {
                Path pom = Files.writeString(work.resolve("pom.xml"), ComponentPom.of(wanted, contents));
                Path fetched = Files.createDirectory(work.resolve("fetched"));
                maven.get().copy(pom, fetched, work);
                return Optional.of(taken(fetched));
            } finally {
                delete(work);
            }
        } catch (IOException e) {
            throw new EngineException(
                    "nothing can be put into " + directory() + " (" + FileProblem.words(e) + "); make it writable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted; nothing was added");
        }
    }

    /**
     * What to ask a Maven elsewhere for.
     *
     * @throws InvalidSettingException when it is no artifact, or the jar has it
     */
    public String pom(String text) {
        return ComponentPom.of(artifact(text), contents);
    }

    /** The command that does what a pom asks for. */
    public static String command() {
        return "mvn " + String.join(" ", Maven.COPY) + " -DoutputDirectory=lib";
    }

    private Artifact artifact(String text) {
        Artifact wanted = Artifact.written(text, contents.camelVersion())
                .orElseThrow(() -> new InvalidSettingException("\"" + text
                        + "\" is no component; write one of Camel's such as camel-slack, or group:artifact:version"));
        if (contents.has(wanted)) {
            throw new InvalidSettingException(wanted.name() + " is inside the jar; nothing is to be added");
        }
        return wanted;
    }

    private List<Path> taken(Path fetched) throws IOException {
        Path library = Files.createDirectories(directory());
        List<Path> taken = new ArrayList<>();
        try (Stream<Path> jars = Files.list(fetched)) {
            for (Path jar : jars.sorted().toList()) {
                Path place = library.resolve(jar.getFileName());
                if (!Files.exists(place)) {
                    taken.add(Files.move(jar, place, StandardCopyOption.REPLACE_EXISTING));
                }
            }
        }
        return taken;
    }

    private static void delete(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
