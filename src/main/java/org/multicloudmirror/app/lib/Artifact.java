package org.multicloudmirror.app.lib;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A jar as Maven names it. */
record Artifact(String group, String name, String version) {

    private static final Pattern LISTED =
            Pattern.compile("\\s+([^:\\s]+):([^:\\s]+):jar:(?:[^:\\s]+:)?([^:\\s]+):(?:compile|runtime)\\b.*");
    private static final Pattern WRITTEN = Pattern.compile("([\\w.-]+):([\\w.-]+):([\\w.-]+)");
    private static final Pattern COMPONENT = Pattern.compile("camel-[a-z0-9-]+");

    /** Of a line that Maven lists dependencies in; empty for one that lists none. */
    static Optional<Artifact> listed(String line) {
        Matcher matcher = LISTED.matcher(line);
        return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
    }

    /**
     * Of what a user writes: a component of Camel, or all of it.
     *
     * @param camelVersion that of the components
     */
    static Optional<Artifact> written(String text, String camelVersion) {
        if (COMPONENT.matcher(text).matches()) {
            return Optional.of(new Artifact("org.apache.camel", text, camelVersion));
        }
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
    }

    private static Artifact of(Matcher matcher) {
        return new Artifact(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    boolean isOtherVersionOf(Artifact other) {
        return group.equals(other.group) && name.equals(other.name);
    }

    @Override
    public String toString() {
        return group + ":" + name + ":" + version;
    }
}
