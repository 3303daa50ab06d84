package org.multicloudmirror.jar;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What Maven knows of an artefact. */
record Pom(Path repository, Element project) {

    static Pom of(Path repository, String group, String name, String version) {
        return read(
                repository,
                repository
                        .resolve(group.replace('.', '/'))
                        .resolve(name)
                        .resolve(version)
                        .resolve(name + "-" + version + ".pom"));
    }

    static Pom read(Path repository, Path file) {
        try {
            return new Pom(
                    repository,
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile())
                            .getDocumentElement());
        } catch (Exception e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    /** The names of its licences, which may be those of its parent. */
    List<String> licences() {
        List<String> own = children(project, "licenses").stream()
                .flatMap(licences -> children(licences, "license").stream())
                .map(licence -> text(licence, "name"))
                .toList();
        return own.isEmpty() ? parent().licences() : own;
    }

    String version() {
        return text(project, "version");
    }

    private Pom parent() {
        Element parent = children(project, "parent").get(0);
        return of(repository, text(parent, "groupId"), text(parent, "artifactId"), text(parent, "version"));
    }

    private static String text(Element element, String name) {
        return children(element, name).get(0).getTextContent().strip();
    }

    private static List<Element> children(Element element, String name) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE
                        && node.getNodeName().equals(name))
                .map(Element.class::cast)
                .toList();
    }
}
