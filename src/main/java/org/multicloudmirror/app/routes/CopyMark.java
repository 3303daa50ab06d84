package org.multicloudmirror.app.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.settings.Version;

/** The first line of a file that was copied out of the jar: it tells when the shipped file has changed since. */
final class CopyMark {

    private static final Pattern MARK =
            Pattern.compile("# Copied from multi-cloud-mirror (\\S+), shipped as ([0-9a-f]+):.*");
    private static final int DIGITS = 12;

    private CopyMark() {}

    /** A shipped text with its mark. */
    static String with(String shipped) {
        return "# Copied from multi-cloud-mirror " + Version.current() + ", shipped as " + hash(shipped)
                + ": keep this line, it tells when the shipped file has changed.\n" + shipped;
    }

    /** A text without its mark, if it has one. */
    static String without(String text) {
        return MARK.matcher(firstLine(text)).matches() ? text.substring(text.indexOf('\n') + 1) : text;
    }

    /** The version that a file is a copy of, if what it was copied from is not what the jar has. */
    static Optional<String> outdated(RouteFile file) {
        if (file.path().isEmpty() || !file.isNeeded()) {
            return Optional.empty();
        }
        try (BufferedReader reader = Files.newBufferedReader(file.path().get())) {
            String line = reader.readLine();
            Matcher mark = MARK.matcher(line == null ? "" : line);
            return mark.matches() && !mark.group(2).equals(hash(ShippedRoutes.text(file.name())))
                    ? Optional.of(mark.group(1))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // whoever loads it tells
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
