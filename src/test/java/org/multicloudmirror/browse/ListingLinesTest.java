package org.multicloudmirror.browse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;

class ListingLinesTest {

    private static final ETag MD5 = ETag.parse("d41d8cd98f00b204e9800998ecf8427e");
    private static final Instant TIME = Instant.parse("2026-11-23T04:00:12Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aKeyForgesNoLine() throws IOException {
        ListingLines lines = new ListingLines(out, false, false);
        lines.object(new ObjectEntry("a\nb\u001b[2J", 1, MD5, TIME, false));
        lines.prefix("c/");

        assertThat(out.toString(UTF_8)).isEqualTo("a\\u000ab\\u001b[2J\nc/\n");
    }

    @Test
    void columnsStandBeforeTheKey() throws IOException {
        ListingLines lines = new ListingLines(out, true, false);
        lines.object(new ObjectEntry("a", 12345, MD5, TIME, false));
        lines.object(new ObjectEntry("untold", 0, ETag.NONE, Instant.EPOCH, true));
        lines.prefix("c/");

        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "          12345  2026-11-23 04:00:12  d41d8cd98f00b204e9800998ecf8427e  a",
                        "              ?  -                    -                                 untold",
                        "              -  -                    -                                 c/");
    }

    @Test
    void machinesGetTheBytes() throws IOException {
        byte[] key = {'a', '\n', (byte) 0xe9};
        new ListingLines(out, false, true).object(new ObjectEntry(Keys.of(key), 1, MD5, TIME, false));

        assertThat(out.toByteArray()).containsExactly('a', '\n', 0xe9, 0);
    }
}
