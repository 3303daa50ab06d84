package org.multicloudmirror.it.servers;

import java.io.IOException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Looks whether a real server can be had. Where it cannot, the suite is skipped as a whole, so that the report names it
 * with the reason; with {@code MIRROR_TEST_SERVERS=required} it fails.
 */
public abstract class ServerCondition implements ExecutionCondition {

    private final String name;
    private final String remedy;

    /**
     * @param name what people call the server
     * @param remedy what to do where it is not there
     */
    protected ServerCondition(String name, String remedy) {
        this.name = name;
        this.remedy = remedy;
    }

    /** Throws when it is not there. */
    protected abstract void reach() throws IOException;

    @Override
    public final ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        try {
            reach();
            return ConditionEvaluationResult.enabled(name + " is there");
        } catch (IOException e) {
            String message = "%s needs %s; %s: %s"
                    .formatted(context.getRequiredTestClass().getSimpleName(), name, remedy, e);
            if ("required".equals(System.getenv("MIRROR_TEST_SERVERS"))) {
                throw new IllegalStateException(message, e);
            }
            return ConditionEvaluationResult.disabled(message);
        }
    }
}
