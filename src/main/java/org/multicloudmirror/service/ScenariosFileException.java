package org.multicloudmirror.service;

import java.nio.file.Path;
import java.util.List;

/** The scenarios file cannot be used. Each message is one line: file, line, cause. */
public final class ScenariosFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    ScenariosFileException(Path file, List<Mistake> mistakes) {
        this(mistakes.stream()
                .map(mistake -> file + ":" + mistake.line() + ": " + mistake.problem())
                .toList());
    }

    ScenariosFileException(List<String> lines) {
        super(String.join("; ", lines));
        this.lines = List.copyOf(lines);
    }

    /** One line a mistake. */
    public List<String> lines() {
        return lines;
    }
}
