package org.multicloudmirror.it.monitoring;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.multicloudmirror.it.servers.ServerCondition;

/** A suite that has Prometheus' own tool judge; {@link ServerCondition} says what happens without it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsPromtool.Condition.class)
@interface NeedsPromtool {

    /** Looks whether it is there. */
    final class Condition extends ServerCondition {

        Condition() {
            super("promtool", "src/test/servers/promtool install gets it");
        }

        @Override
        protected void reach() throws IOException {
            Promtool.find();
        }
    }
}
