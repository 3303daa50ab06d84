package org.multicloudmirror.docs;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the sources say in words: their string literals, those that are joined by {@code +} as one. */
final class SourceTexts {

    private static final String LITERAL = "\"(?:[^\"\\\\\\n]|\\\\.)*\"";
    private static final Pattern ONE = Pattern.compile(LITERAL);
    private static final Pattern JOINED = Pattern.compile(LITERAL + "(?:\\s*\\+\\s*" + LITERAL + ")*");

    private final List<String> files;

    private SourceTexts(List<String> files) {
        this.files = files;
    }

    static SourceTexts read() {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            return new SourceTexts(all.filter(path -> path.toString().endsWith(".java"))
                    .map(path -> Page.of(path).text())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, a line each. */
    String all() {
        return files.stream().flatMap(file -> literals(file).stream()).collect(joining("\n"));
    }

    /** Those of each call that begins so, such as {@code LOG.warn(}. */
    List<List<String>> ofCalls(String beginning) {
        List<List<String>> calls = new ArrayList<>();
        for (String file : files) {
            for (int at = file.indexOf(beginning); at >= 0; at = file.indexOf(beginning, at + 1)) {
                int begin = at + beginning.length();
                calls.add(literals(file.substring(begin, end(file, begin))));
            }
        }
        return calls;
    }

    private static int end(String text, int begin) {
        int depth = 1;
        boolean isText = false;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isText && c == '\\') {
                i++;
            } else if (c == '"') {
                isText = !isText;
            } else if (!isText) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return text.length();
    }

    private static List<String> literals(String java) {
        List<String> literals = new ArrayList<>();
        Matcher matcher = JOINED.matcher(java);
        while (matcher.find()) {
            literals.add(ONE.matcher(matcher.group())
                    .results()
                    .map(one -> one.group().substring(1, one.group().length() - 1))
                    .collect(joining())
                    .replaceAll("\\\\(.)", "$1"));
        }
        return literals;
    }
}
