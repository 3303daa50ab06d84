package org.multicloudmirror.service;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.multicloudmirror.storage.Keys;

/** The scenarios file cannot be used. Each message is one line: file, line, cause. */
public final class ScenariosFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    ScenariosFileException(Path file, List<Mistake> mistakes) {
        this(mistakes.stream()
                .sorted(Comparator.comparingInt(Mistake::line))
                .map(mistake -> file + ":" + mistake.line() + ": " + mistake.problem())
                .toList());
    }

    ScenariosFileException(List<String> lines) {
        super(String.join("; ", lines));
        this.lines = lines.stream().map(Keys::printable).toList();
    }

    /** One line a mistake, in their order in the file. */
    public List<String> lines() {
        return lines;
    }
}
