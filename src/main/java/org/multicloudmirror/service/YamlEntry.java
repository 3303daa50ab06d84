package org.multicloudmirror.service;

import java.util.Map;

/**
 * An entry of the scenarios file as it is written.
 *
 * @param name the route's id
 * @param line where it begins, from 1
 * @param parameters by name
 */
record YamlEntry(String name, int line, Map<String, Parameter> parameters) {

    /**
     * A parameter.
     *
     * @param line where its value is, from 1
     */
    record Parameter(String value, int line) {}

    YamlEntry {
        parameters = Map.copyOf(parameters);
    }

    /** The text of a parameter; empty when it is not there. */
    String text(String parameter) {
        Parameter found = parameters.get(parameter);
        return found == null ? "" : found.value();
    }

    /** The line of a parameter; the entry's when it is not there. */
    int lineOf(String parameter) {
        Parameter found = parameters.get(parameter);
        return found == null ? line : found.line();
    }
}
