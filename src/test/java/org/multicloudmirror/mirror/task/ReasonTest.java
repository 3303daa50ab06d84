package org.multicloudmirror.mirror.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.BrokenDownException;
import org.multicloudmirror.storage.TransientStoreException;

class ReasonTest {

    @Test
    void isWhatTheStoreSays() {
        Exception wrapped = new IllegalStateException("wrapped", new TransientStoreException("cf://c/k: 503"));

        assertThat(Reason.of(wrapped)).isEqualTo("cf://c/k: 503");
    }

    @Test
    void keepsOurRemedyBesideTheCause() {
        String spooling = "spooling to /x failed: %s; set --tmpfile";
        Exception full = new IOException("No space left on device");
        Exception told = new UncheckedIOException(spooling.formatted(full.getMessage()), (IOException) full);
        Exception denied = new UncheckedIOException(spooling.formatted("/x/1"), new AccessDeniedException("/x/1"));

        assertThat(Reason.of(new IllegalStateException("failed to invoke x", told)))
                .isEqualTo("spooling to /x failed: No space left on device; set --tmpfile");
        assertThat(Reason.of(denied)).isEqualTo("spooling to /x failed: /x/1; set --tmpfile (permission denied)");
    }

    @Test
    void doesNotTakeAWrapperForOurs() {
        assertThat(Reason.of(new BrokenDownException(new StackOverflowError()))).isEqualTo("nested too deeply");
        assertThat(Reason.of(new UncheckedIOException(new IOException("Broken pipe"))))
                .isEqualTo("Broken pipe");
    }

    @Test
    void isOneLine() {
        assertThat(Reason.of(new IllegalStateException(" two\n lines"))).isEqualTo("two lines");
    }

    @Test
    void namesTheFile() {
        assertThat(Reason.of(new UncheckedIOException(new NoSuchFileException("/x/y"))))
                .isEqualTo("/x/y: no such file or directory");
        assertThat(Reason.of(new AccessDeniedException("/x"))).isEqualTo("/x: permission denied");
        assertThat(Reason.of(new FileSystemException("/x", null, "No space left on device")))
                .isEqualTo("/x: No space left on device");
    }

    @Test
    void tellsThatATextIsInAnotherEncoding() {
        assertThat(Reason.of(new MalformedInputException(1))).isEqualTo("it is not UTF-8");
    }

    @Test
    void namesNoClass() {
        assertThat(Reason.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
        for (Throwable slip : new Throwable[] {
            new NullPointerException("Cannot invoke \"org.x.Y.z()\""),
            new ClassCastException("class a.B cannot be cast"),
            new IndexOutOfBoundsException("Index 5"),
            new IOException(),
            new IllegalStateException(" ")
        }) {
            assertThat(Reason.of(slip)).startsWith("an error of this program: run it with --debug");
        }
    }

    @Test
    void tellsWhatAnErrorMeans() {
        assertThat(Reason.of(new OutOfMemoryError("Java heap space"))).startsWith("out of memory: give Java more");
        assertThat(Reason.of(new IllegalStateException(new StackOverflowError())))
                .isEqualTo("nested too deeply");
        NoClassDefFoundError caused = new NoClassDefFoundError("x/Y");
        caused.initCause(new ClassNotFoundException("x.Y"));
        assertThat(Reason.of(caused)).isEqualTo("the class x.Y is missing: put the jar that has it into lib/");
        assertThat(Reason.of(new NoClassDefFoundError("x/Y")))
                .isEqualTo("the class x.Y is missing: put the jar that has it into lib/");
    }
}
