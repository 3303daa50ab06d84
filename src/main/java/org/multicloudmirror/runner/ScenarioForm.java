package org.multicloudmirror.runner;

/** What a scenario has to look like. */
@FunctionalInterface
public interface ScenarioForm {

    /** The bean that knows it. */
    String BEAN = "scenarioForm";

    /**
     * Reads a scenario.
     *
     * @throws RuntimeException that says what is wrong with it
     */
    void check(String scenario);
}
