package org.multicloudmirror.jar;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Licences as SPDX writes them. */
final class Spdx {

    private static final Pattern APACHE = Pattern.compile("(The )?Apache.*2\\.0", Pattern.CASE_INSENSITIVE);
    /** With what follows it, up to a blank line. */
    private static final Pattern DECLARED =
            Pattern.compile("^SPDX-License-Identifier:\\s*(\\S.*(?:\\n\\S.*)*)", Pattern.MULTILINE);

    private static final String GPL = "GPL-2.0-only WITH Classpath-exception-2.0";
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("BSD-2-Clause", "BSD-2-Clause"),
            Map.entry("EDL 1.0", "BSD-3-Clause"),
            Map.entry("EPL 2.0", "EPL-2.0"),
            Map.entry("EPL-2.0", "EPL-2.0"),
            Map.entry("Eclipse Distribution License - v 1.0", "BSD-3-Clause"),
            Map.entry("GPL2 w/ CPE", GPL),
            Map.entry("GPL-2.0-with-classpath-exception", GPL),
            Map.entry("LGPL-2.1-only", "LGPL-2.1-only"),
            Map.entry("MIT", "MIT"),
            Map.entry("MIT-0", "MIT-0"),
            Map.entry("Public Domain", "LicenseRef-Public-Domain"),
            Map.entry("Public Domain, per Creative Commons CC0", "CC0-1.0"),
            Map.entry("The BSD 2-Clause License", "BSD-2-Clause"));

    private Spdx() {}

    /** Of the licences that a pom lets one choose from. */
    static String expression(List<String> names) {
        return names.stream().map(Spdx::id).collect(joining(" OR "));
    }

    /** What a notice says itself. */
    static Optional<String> declared(String notice) {
        Matcher matcher = DECLARED.matcher(notice);
        return matcher.find()
                ? Optional.of(matcher.group(1).strip().replaceAll("\\s+", " ").replace(" with ", " WITH "))
                : Optional.empty();
    }

    /** An expression with the licences of another that may be chosen instead. */
    static String with(String expression, String offered) {
        return Stream.concat(
                        Stream.of(expression),
                        Arrays.stream(offered.split(" OR ", -1))
                                // some write GPL-2.0, others GPL-2.0-only
                                .filter(other -> !expression.contains(other.replaceAll("-only.*", ""))))
                .collect(joining(" OR "));
    }

    /** Of each part that is to be kept to, the licence that is named first. */
    static List<String> chosen(String expression) {
        return Arrays.stream(expression.split(" AND ", -1))
                .map(part -> part.replaceAll("[()]", "").split(" OR ", -1)[0])
                .toList();
    }

    private static String id(String name) {
        if (APACHE.matcher(name).matches()) {
            return "Apache-2.0";
        }
        String id = NAMES.get(name);
        if (id == null) {
            throw new IllegalArgumentException("the licence \"" + name + "\" is not known; add its SPDX id to Spdx");
        }
        return id;
    }
}
