package org.multicloudmirror.scenario;

/** A scenario that cannot be read. The message quotes it, says what is wrong and how to write it, in one line. */
public final class InvalidScenarioException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidScenarioException(String scenario, String problem) {
        super(("Scenario \"" + scenario + "\": " + problem).replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?"));
    }
}
