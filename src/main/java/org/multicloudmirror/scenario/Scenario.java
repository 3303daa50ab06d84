package org.multicloudmirror.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is to be made the same as what: {@code s3://bucket[/prefix]->cf://container[/prefix]}.
 *
 * @param source what is read
 * @param destination what is written
 */
public record Scenario(Location source, Location destination) {

    /** What files that are about this scenario alone are named by: the same for equal scenarios, another for others. */
    public String fileName() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return source + "->" + destination;
    }
}
