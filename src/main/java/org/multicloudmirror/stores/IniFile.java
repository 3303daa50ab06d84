package org.multicloudmirror.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.settings.FileProblem;
import org.multicloudmirror.settings.FileText;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.SecretFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of sections as Python's ConfigParser reads it: {@code name = value} or {@code name: value}, names in any case,
 * comments after {@code #} or {@code ;} at a line's beginning and after white space and {@code ;} within it.
 */
final class IniFile {

    private static final Logger LOG = LoggerFactory.getLogger(IniFile.class);
    private static final Map<Path, FileTime> TOLD = new ConcurrentHashMap<>();
    private static final Pattern SECTION = Pattern.compile("\\[([^]]+)]");
    private static final Pattern OPTION = Pattern.compile("([^=:]+?)\\s*[=:]\\s*(.*?)(?:\\s+;.*)?");

    private IniFile() {}

    /**
     * One section, names in lower case; empty when there is no such file or section.
     *
     * @param wanted what to write into the file, for the message of a line that cannot be read
     */
    static Optional<Map<String, String>> section(Path file, String name, String wanted) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return section(file, FileText.read(file).lines().toList(), name, wanted);
        } catch (IOException e) {
            LOG.warn("{} is left out: it cannot be read ({})", file, FileProblem.words(e));
            return Optional.empty();
        }
    }

    private static Optional<Map<String, String>> section(Path file, List<String> lines, String name, String wanted) {
        Map<String, String> found = null;
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            Matcher header = SECTION.matcher(line);
            Matcher option = OPTION.matcher(line);
            if (header.matches()) {
                section = header.group(1).strip();
                found = found == null && section.equals(name) ? new TreeMap<>() : found;
            } else if (section.equals(name) && found != null) {
                if (!option.matches()) {
                    throw new InvalidSettingException(file + ", line " + (i + 1) + ", is no name = value; write "
                            + wanted + " below [" + name + "]");
                }
                found.put(option.group(1).toLowerCase(Locale.ROOT), option.group(2));
            } else if (section.isEmpty()) {
                throw new InvalidSettingException(file + ", line " + (i + 1) + ", stands before any [section]; write "
                        + wanted + " below [" + name + "]");
            }
        }
        return Optional.ofNullable(found);
    }

    /** Tells the user, once the file is used, when others can read it. */
    static void warn(Path file) {
        SecretFile.warning(file).filter(line -> isNews(file)).ifPresent(LOG::warn);
    }

    /** Keys are read again and again, by each store: once for each state of the file is enough. */
    private static boolean isNews(Path file) {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            return !changed.equals(TOLD.put(file, changed));
        } catch (IOException e) {
            return true;
        }
    }
}
