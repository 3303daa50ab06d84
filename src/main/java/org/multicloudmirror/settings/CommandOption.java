package org.multicloudmirror.settings;

/**
 * How a setting is written on the command line.
 *
 * @param name with its dashes
 * @param value what stands for its value in the help; empty for a switch that takes none
 */
public record CommandOption(String name, String value) {}
