package org.multicloudmirror.browse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;

/** Writes a line for each object and prefix: for people, or with keys as they are for machines. */
public final class ListingLines implements Visitor {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final OutputStream out;
    private final boolean isLong;
    private final boolean isRaw;

    /**
     * @param isLong whether size, time and ETag stand before the key
     * @param isRaw whether keys are written byte for byte, each line ended by a zero byte
     */
    public ListingLines(OutputStream out, boolean isLong, boolean isRaw) {
        this.out = out;
        this.isLong = isLong;
        this.isRaw = isRaw;
    }

    @Override
    public void object(ObjectEntry entry) throws IOException {
        String size = entry.isSizeUntold() ? "?" : Long.toString(entry.size());
        String etag = entry.etag().isKnown() ? Keys.printable(entry.etag().value()) : "-";
        line(size, time(entry.lastModified()), etag, entry.key());
    }

    @Override
    public void prefix(String prefix) throws IOException {
        line("-", "-", "-", prefix);
    }

    /** Writes a name alone, such as a bucket's. */
    public void name(String name) throws IOException {
        key(name);
    }

    private void line(String size, String time, String etag, String key) throws IOException {
        if (isLong) {
            out.write(String.format(Locale.ROOT, "%15s  %-19s  %-32s  ", size, time, etag)
                    .getBytes(UTF_8));
        }
        key(key);
    }

    private void key(String key) throws IOException {
        out.write(isRaw ? Keys.bytes(key) : Keys.printable(key).getBytes(UTF_8));
        out.write(isRaw ? 0 : '\n');
    }

    private static String time(Instant instant) {
        return instant.equals(Instant.EPOCH) ? "-" : TIME.format(instant);
    }
}
