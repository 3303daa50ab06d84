package org.multicloudmirror.lock;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.scenario.Overlaps;
import org.multicloudmirror.scenario.Scenario;

/**
 * What a run reads and writes, as it stands in its lock file for other runs.
 *
 * @param scenario as it is written, for messages
 * @param places the scenario, with what tells a service from others in the place of the names of stores
 * @param deletes whether it deletes what the source has not
 */
record Claim(String scenario, Scenario places, boolean deletes) {

    private static final String FORM = "claim1";
    private static final int WORDS = 10;

    /**
     * @param service tells what a store's name stands for; nobody can read it in the file
     */
    static Claim of(Scenario scenario, boolean deletes, UnaryOperator<String> service) {
        return new Claim(
                scenario.toString(),
                new Scenario(place(scenario.source(), service), place(scenario.destination(), service)),
                deletes);
    }

    private static Location place(Location location, UnaryOperator<String> service) {
        return new Location(digest(service.apply(location.store())), location.bucket(), location.prefix());
    }

    private static String digest(String service) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(service.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Whether one of two runs at a time would delete what the other copies.
     *
     * @param hasPartsAsContent as {@link Overlaps} has it
     */
    boolean isInTheWayOf(Claim other, boolean hasPartsAsContent) {
        return (deletes || other.deletes)
                && !new Overlaps(store -> store, hasPartsAsContent)
                        .among(List.of(places, other.places))
                        .isEmpty();
    }

    /** It in one line. */
    String text() {
        List<String> words = new ArrayList<>();
        words.add(FORM);
        words.add(String.valueOf(deletes));
        words.add(scenario);
        for (Location each : List.of(places.source(), places.destination())) {
            words.addAll(List.of(each.store(), each.bucket(), each.prefix()));
        }
        // what was cut off does not end so
        words.add("");
        return String.join(
                "&",
                words.stream()
                        .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                        .toList());
    }

    /** What a line says; empty for one that is none, or was cut off. */
    static Optional<Claim> read(String line) {
        List<String> words = new ArrayList<>();
        try {
            for (String word : line.split("&", -1)) {
                words.add(URLDecoder.decode(word, StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return words.size() == WORDS
                        && words.get(0).equals(FORM)
                        && words.get(WORDS - 1).isEmpty()
                ? Optional.of(new Claim(
                        words.get(2),
                        new Scenario(location(words.subList(3, 6)), location(words.subList(6, 9))),
                        words.get(1).equals("true")))
                : Optional.empty();
    }

    private static Location location(List<String> words) {
        return new Location(words.get(0), words.get(1), words.get(2));
    }
}
