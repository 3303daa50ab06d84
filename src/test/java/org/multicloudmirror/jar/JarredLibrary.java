package org.multicloudmirror.jar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A library that is inside the jar.
 *
 * @param file the jar that the build took it from
 */
record JarredLibrary(String group, String name, String version, Path file) {

    private static final Pattern LICENCE = Pattern.compile("META-INF/([\\w-]+-)?LICENSE(\\.\\w+)?");
    private static final Pattern NOTICE = Pattern.compile("META-INF/NOTICE(\\.\\w+)?");

    /** All of them, as the build wrote them down, by their names. */
    static List<JarredLibrary> all() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                JarredLibrary.class.getResourceAsStream("/META-INF/multi-cloud-mirror/contents"))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.contains(":jar:"))
                    .map(line -> of(line.strip().split(" ", -1)[0].split(":", -1)))
                    .sorted(Comparator.comparing(JarredLibrary::id))
                    .toList();
        }
    }

    /** Of what Maven lists: group, name, type, perhaps a classifier, version, scope. */
    private static JarredLibrary of(String[] listed) {
        String group = listed[0];
        String name = listed[1];
        String version = listed[listed.length - 2];
        Path directory = Path.of(group.replace('.', '/'), name, version);
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(file -> file.getParent() != null && file.getParent().endsWith(directory))
                .findFirst()
                .map(file -> new JarredLibrary(group, name, version, file))
                .orElseThrow(() -> new IllegalStateException("not on the class path: " + directory));
    }

    String id() {
        return group + ":" + name;
    }

    List<Text> licences() {
        return texts(LICENCE);
    }

    List<Text> notices() {
        return texts(NOTICE);
    }

    /** As its notice declares it, with what its pom offers besides, else as its pom does. */
    String spdx() {
        String offered = Spdx.expression(pom().licences());
        return declared().map(words -> Spdx.with(words, offered)).orElse(offered);
    }

    /** What its notice says, if it does. */
    Optional<String> declared() {
        return notices().stream()
                .flatMap(notice -> Spdx.declared(notice.text()).stream())
                .findFirst();
    }

    private Pom pom() {
        int depth = group.split("\\.", -1).length + 2;
        Path repository = file.resolveSibling("../".repeat(depth)).normalize();
        return Pom.of(repository, group, name, version);
    }

    private List<Text> texts(Pattern names) {
        try (ZipFile jar = new ZipFile(file.toFile())) {
            return jar.stream()
                    .filter(entry -> names.matcher(entry.getName()).matches())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .map(entry -> new Text(
                            entry.getName().replaceFirst("META-INF/", "").replaceFirst("\\.\\w+$", ""),
                            read(jar, entry)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(ZipFile jar, ZipEntry entry) {
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
