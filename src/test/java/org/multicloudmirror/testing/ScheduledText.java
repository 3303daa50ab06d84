package org.multicloudmirror.testing;

/** The text of a scenarios file. */
public final class ScheduledText {

    private ScheduledText() {}

    /**
     * The text of an entry.
     *
     * @param parameters names and values by turns
     */
    public static String of(String name, String... parameters) {
        StringBuilder text = new StringBuilder("""
                - templatedRoute:
                    routeTemplateRef: scenario
                    routeId: %s
                    parameters:
                """.formatted(name));
        for (int i = 0; i < parameters.length; i += 2) {
            text.append("""
                          - name: %s
                            value: "%s"
                    """.formatted(parameters[i], parameters[i + 1]));
        }
        return text.toString();
    }
}
