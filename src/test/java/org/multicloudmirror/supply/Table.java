package org.multicloudmirror.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A file of lines with tabs between columns; empty lines and those that begin with # say nothing. */
final class Table {

    private Table() {}

    static <T> List<T> read(Path file, Function<String, T> row) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(row)
                .toList();
    }

    static List<String> columns(String line, int count) {
        List<String> columns = List.of(line.split("\t"));
        if (columns.size() != count || columns.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("not " + count + " columns with a tab between: " + line);
        }
        return columns;
    }
}
