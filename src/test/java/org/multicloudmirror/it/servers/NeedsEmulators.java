package org.multicloudmirror.it.servers;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;

/** A suite for a server of {@code src/test/servers/emulators.xml}; {@link ServerCondition} says what happens without. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(NeedsEmulators.Condition.class)
public @interface NeedsEmulators {

    /** Where their jars are. */
    Path DIRECTORY = Path.of("target", "emulators");

    /** Looks whether they were fetched. */
    final class Condition extends ServerCondition {

        Condition() {
            super("S3 servers of other projects", "./mirror test gets them into " + DIRECTORY);
        }

        @Override
        protected void reach() throws IOException {
            if (!Files.isDirectory(DIRECTORY)) {
                throw new NoSuchFileException(DIRECTORY.toString());
            }
        }
    }
}
