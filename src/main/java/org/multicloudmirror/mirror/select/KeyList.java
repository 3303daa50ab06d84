package org.multicloudmirror.mirror.select;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.multicloudmirror.storage.Keys;

/** The keys of {@code --files-from}, relative to the scenario's prefix; in memory, some 100 bytes each. */
public final class KeyList {

    private final String[] keys;

    private KeyList(String[] keys) {
        this.keys = keys;
    }

    /**
     * Reads a file in UTF-8, a key a line; empty lines are left out.
     *
     * @throws IOException when it cannot be read, or is not UTF-8
     */
    public static KeyList read(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new KeyList(reader.lines()
                    .filter(line -> !line.isEmpty())
                    .sorted(Keys.ORDER)
                    .distinct()
                    .toArray(String[]::new));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    public int size() {
        return keys.length;
    }

    /** The key of a place, from 0, in UTF-8 byte order. */
    public String key(int place) {
        return keys[place];
    }

    /** The place of a key; negative when it is not in the list. */
    public int place(String key) {
        return Arrays.binarySearch(keys, key, Keys.ORDER);
    }
}
