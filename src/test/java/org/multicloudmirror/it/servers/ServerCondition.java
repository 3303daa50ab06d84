package org.multicloudmirror.it.servers;

import java.io.IOException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Looks whether a real server is up. Where it is not, the suite is skipped as a whole, so that the report names it with
 * the reason; with {@code MIRROR_TEST_SERVERS=required} it fails.
 */
abstract class ServerCondition implements ExecutionCondition {

    private final String name;
    private final String script;

    /**
     * @param name what people call the server
     * @param script the name of the script that starts it
     */
    ServerCondition(String name, String script) {
        this.name = name;
        this.script = script;
    }

    /** Throws when it is not up. */
    abstract void reach() throws IOException;

    @Override
    public final ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        try {
            reach();
            return ConditionEvaluationResult.enabled(name + " is up");
        } catch (IOException e) {
            String message = "%s needs the real %s, which ./mirror test or src/test/servers/%s start starts: %s"
                    .formatted(context.getRequiredTestClass().getSimpleName(), name, script, e);
            if ("required".equals(System.getenv("MIRROR_TEST_SERVERS"))) {
                throw new IllegalStateException(message, e);
            }
            return ConditionEvaluationResult.disabled(message);
        }
    }
}
