package org.multicloudmirror.mirror.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.ThrottledException;
import org.multicloudmirror.storage.UnreachableException;

class FailureClassTest {

    private final IOException cutOff = new IOException("cut off");

    @Test
    void isTheStoresOwnWhateverIsAroundIt() {
        assertThat(FailureClass.of(new IllegalStateException(new AccessDeniedException("no"))))
                .isEqualTo(FailureClass.ACCESS_DENIED);
        assertThat(FailureClass.of(new UncheckedIOException(new IOException(new RejectedException("no")))))
                .isEqualTo(FailureClass.REJECTED);
    }

    @Test
    void isTheNarrowestThatFits() {
        assertThat(FailureClass.of(new UnreachableException("no", cutOff))).isEqualTo(FailureClass.UNREACHABLE);
        assertThat(FailureClass.of(new ThrottledException("slow down", java.time.Duration.ZERO)))
                .isEqualTo(FailureClass.THROTTLED);
    }

    @Test
    void isOfThisMachineWhereNoStoreHasAPartInIt() {
        assertThat(FailureClass.of(new UncheckedIOException(cutOff))).isEqualTo(FailureClass.LOCAL_FILE);
        assertThat(FailureClass.of(new NullPointerException())).isEqualTo(FailureClass.OTHER);
        assertThat(FailureClass.of(new NullPointerException()).word()).isEqualTo("other");
    }
}
