package org.multicloudmirror.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.multicloudmirror.storage.AccessDeniedException;

/** Whom the store does not know is told so, and nothing of what was tried shows. */
interface CredentialsContract extends StoreUnderTest {

    String WRONG = "unmistakable-and-wrong";

    /** The properties of the store with {@link #WRONG} as its secret. */
    Map<String, String> wrongCredentials();

    /** How the message ends. */
    String remedy();

    @Test
    @Timeout(10)
    default void refusesWrongCredentials() {
        try (OpenStore wrong = new OpenStore(wrongCredentials())) {
            AccessDeniedException denied = catchThrowableOfType(
                    AccessDeniedException.class, () -> wrong.store().list(bucket(), "", null));

            assertThat(denied).isNotNull();
            assertThat(denied).hasMessageEndingWith(remedy()).hasMessageNotContaining(WRONG);
            assertThat(Throwables.getStackTrace(denied)).doesNotContain(WRONG);
        }
    }
}
