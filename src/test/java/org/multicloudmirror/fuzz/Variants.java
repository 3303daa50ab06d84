package org.multicloudmirror.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** A real answer with one byte changed, at each place, and each of its beginnings. */
public final class Variants {

    /** What means something in XML or JSON, and one of each other kind. */
    private static final byte[] BYTES =
            "<>&;\"'/\\{}[],:%+= \n\r\t\u0000\u001f019afAFgZ-.TZ\u007f\u0080\u009f\u00c3\u00ed\u00f0\u00ff"
                    .getBytes(ISO_8859_1);

    private Variants() {}

    /** A file of {@code src/test/resources/fuzz}. */
    public static byte[] file(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/fuzz", name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has an answer and all its variants looked at. */
    public static void each(byte[] answer, Consumer<byte[]> look) {
        look.accept(answer);
        for (int place = 0; place < answer.length; place++) {
            look.accept(Arrays.copyOf(answer, place));
            look.accept(without(answer, place));
            for (byte other : BYTES) {
                byte[] changed = answer.clone();
                changed[place] = other;
                look.accept(changed);
                look.accept(with(answer, place, other));
            }
        }
    }

    private static byte[] without(byte[] answer, int place) {
        byte[] shorter = Arrays.copyOf(answer, answer.length - 1);
        System.arraycopy(answer, place + 1, shorter, place, shorter.length - place);
        return shorter;
    }

    private static byte[] with(byte[] answer, int place, byte more) {
        byte[] longer = Arrays.copyOf(answer, answer.length + 1);
        System.arraycopy(answer, place, longer, place + 1, answer.length - place);
        longer[place] = more;
        return longer;
    }
}
