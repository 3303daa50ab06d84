package org.multicloudmirror.mirror.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyListTest {

    private final Path directory;

    KeyListTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void holdsEachKeyOnceInTheOrderOfListings() throws IOException {
        Path file = Files.writeString(directory.resolve("keys"), "b\r\n\na b\n\ud83d\ude00\n\uffff\nb\n");

        KeyList keys = KeyList.read(file);

        assertThat(keys.size()).isEqualTo(4);
        assertThat(keys.place("a b")).isZero();
        assertThat(keys.place("b")).isEqualTo(1);
        assertThat(keys.key(2)).isEqualTo("\uffff");
        assertThat(keys.place("c")).isNegative();
    }

    @Test
    void refusesWhatIsNoTextInUtf8() throws IOException {
        Path latin = Files.write(directory.resolve("latin"), new byte[] {'Z', (byte) 0xfc, '\n'});

        assertThatIOException().isThrownBy(() -> KeyList.read(latin));
        assertThatIOException().isThrownBy(() -> KeyList.read(directory));
    }
}
