package org.multicloudmirror.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation, in Markdown. */
public record Page(Path path, String text) {

    private static final Path DOCS = Path.of("docs");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {4,}(?:\\S.*(?:/bin/|cli\\.))?"
            + "(?:\\./mirror|mirror|multi-cloud-mirror|java -jar \\S+|Main) (.*)$");

    /** One of them. */
    public static Page of(Path path) {
        try {
            return new Page(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them: those of {@code docs/} and those beside it. */
    public static List<Page> all() {
        try (Stream<Path> beside = Files.list(Path.of(""));
                Stream<Path> docs = Files.list(DOCS)) {
            return Stream.concat(beside, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .map(Page::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its links lead, but for those to other sites. */
    List<String> links() {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .toList();
    }

    /** What a link can name behind {@code #}, as GitHub makes it of the headings. */
    Set<String> anchors() {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /**
     * What follows the program's name in each command that it shows in a block, also in a crontab's line; a backslash at
     * the end of a line goes on in the next.
     */
    public List<String> commands() {
        return COMMAND.matcher(text.replaceAll("\\\\\\n\\s*", ""))
                .results()
                .map(command -> command.group(1))
                .toList();
    }

    /** The rows of its tables, each a list of its cells, without the head. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean isHead = i + 1 < lines.size() && lines.get(i + 1).startsWith("|---");
            if (lines.get(i).startsWith("| ") && !isHead) {
                rows.add(Stream.of(lines.get(i).split("\\|"))
                        .skip(1)
                        .map(String::strip)
                        .toList());
            }
        }
        return rows;
    }

    /** What stands between backquotes. */
    static List<String> code(String markdown) {
        return Pattern.compile("`([^`]+)`")
                .matcher(markdown)
                .results()
                .map((MatchResult code) -> code.group(1))
                .toList();
    }
}
