package org.multicloudmirror.it.servers;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A suite for the real Ceph; {@link ServerCondition} says what happens without it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(NeedsCeph.Condition.class)
public @interface NeedsCeph {

    /** Looks whether Ceph is up. */
    final class Condition extends ServerCondition {

        Condition() {
            super("the real Ceph", "./mirror test or src/test/servers/ceph start starts it");
        }

        @Override
        protected void reach() throws IOException {
            CephDoors.open();
        }
    }
}
