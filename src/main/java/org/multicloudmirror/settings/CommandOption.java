package org.multicloudmirror.settings;

/**
 * How a setting is written on the command line.
 *
 * @param name with its dashes
 * @param value what stands for its value in the help; empty for a switch that takes none
 * @param letter the same in short, such as {@code -v}; empty where there is none
 */
public record CommandOption(String name, String value, String letter) {

    /** One without a letter. */
    CommandOption(String name, String value) {
        this(name, value, "");
    }
}
