package org.multicloudmirror.it.servers;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A suite for the real Swift; {@link ServerCondition} says what happens without it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(NeedsSwift.Condition.class)
public @interface NeedsSwift {

    /** Looks whether Swift is up. */
    final class Condition extends ServerCondition {

        Condition() {
            super("the real Swift", "./mirror test or src/test/servers/swift start starts it");
        }

        @Override
        protected void reach() throws IOException {
            SwiftDoors.open();
        }
    }
}
