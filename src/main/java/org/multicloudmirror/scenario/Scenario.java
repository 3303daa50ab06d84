package org.multicloudmirror.scenario;

/**
 * What is to be made the same as what: {@code s3://bucket[/prefix]->cf://container[/prefix]}.
 *
 * @param source what is read
 * @param destination what is written
 */
public record Scenario(Location source, Location destination) {

    @Override
    public String toString() {
        return source + "->" + destination;
    }
}
