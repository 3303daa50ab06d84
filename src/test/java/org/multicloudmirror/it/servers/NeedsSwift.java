package org.multicloudmirror.it.servers;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A suite for the real Swift. Where it is not up, the suite is skipped as a whole, so that the report names it with
 * the reason; with {@code MIRROR_TEST_SERVERS=required} it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(NeedsSwift.Condition.class)
public @interface NeedsSwift {

    /** Looks whether Swift is up. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            try {
                SwiftDoors.open();
                return ConditionEvaluationResult.enabled("Swift is up");
            } catch (IOException e) {
                String message = context.getRequiredTestClass().getSimpleName()
                        + " needs the real Swift, which ./mirror test or src/test/servers/swift start starts: " + e;
                if ("required".equals(System.getenv("MIRROR_TEST_SERVERS"))) {
                    throw new IllegalStateException(message, e);
                }
                return ConditionEvaluationResult.disabled(message);
            }
        }
    }
}
