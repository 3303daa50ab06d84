package org.multicloudmirror.app.lib;

import java.util.stream.Collectors;

/** What Maven is asked for: an artifact and what it needs, in versions that fit the jar, without what the jar has. */
final class ComponentPom {

    private ComponentPom() {}

    static String of(Artifact wanted, JarContents contents) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.multicloudmirror</groupId>
                  <artifactId>lib</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <dependencyManagement>
                    <dependencies>
                      <dependency>
                        <groupId>org.apache.camel</groupId>
                        <artifactId>camel-bom</artifactId>
                        <version>%s</version>
                        <type>pom</type>
                        <scope>import</scope>
                      </dependency>
                    </dependencies>
                  </dependencyManagement>
                  <dependencies>
                %s%s  </dependencies>
                </project>
                """.formatted(
                        contents.camelVersion(),
                        dependency(wanted, "runtime"),
                        contents.artifacts().stream()
                                .map(artifact -> dependency(artifact, "provided"))
                                .collect(Collectors.joining()));
    }

    private static String dependency(Artifact artifact, String scope) {
        return "    <dependency><groupId>" + artifact.group() + "</groupId><artifactId>" + artifact.name()
                + "</artifactId><version>" + artifact.version() + "</version><scope>" + scope
                + "</scope></dependency>\n";
    }
}
