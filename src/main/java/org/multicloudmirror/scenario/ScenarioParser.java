package org.multicloudmirror.scenario;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.spelling.Closest;

/** Reads {@code STORE://bucket[/prefix]->STORE://bucket[/prefix]}. */
public final class ScenarioParser {

    /** An arrow inside a prefix stays part of the prefix: the first that a store's name follows divides the sides. */
    private static final Pattern DIVIDER = Pattern.compile("->(?=[A-Za-z][A-Za-z0-9_-]*://)");

    private static final String FORM = "write it as s3://bucket[/prefix]->cf://container[/prefix]";

    private static final String LOST_ARROW = "it ends where a shell takes > for a redirection into a file; write the"
            + " whole scenario in quotes: 's3://bucket[/prefix]->cf://container[/prefix]'";

    private final TreeSet<String> stores;

    /**
     * @param stores the names that are configured
     */
    public ScenarioParser(Collection<String> stores) {
        this.stores = new TreeSet<>(stores);
    }

    /**
     * The scenario that a text names.
     *
     * @throws InvalidScenarioException when it names none
     */
    public Scenario parse(String text) {
        Matcher divider = DIVIDER.matcher(text);
        int arrow = divider.find() ? divider.start() : text.indexOf("->");
        if (arrow < 0) {
            throw new InvalidScenarioException(text, text.endsWith("-") ? LOST_ARROW : "it has no \"->\"; " + FORM);
        }
        Location source = side(text, "source", text.substring(0, arrow));
        Location destination = side(text, "destination", text.substring(arrow + 2));
        if (source.equals(destination)) {
            throw new InvalidScenarioException(
                    text, "source and destination are the same; name another bucket or prefix on one side");
        }
        if (source.overlaps(destination)) {
            throw new InvalidScenarioException(
                    text, "one prefix is inside the other; use prefixes of which neither starts with the other");
        }
        return new Scenario(source, destination);
    }

    private Location side(String text, String name, String side) {
        int colon = side.indexOf("://");
        if (colon < 0) {
            throw new InvalidScenarioException(
                    text, "the " + name + " \"" + side + "\" has no \"://\"; write it as " + suggestion(name, side));
        }
        String store = known(side.substring(0, colon));
        if (!stores.contains(store)) {
            throw new InvalidScenarioException(
                    text,
                    "the " + name + " names the unknown store \"" + store + "\"" + Closest.question(store, stores)
                            + "; use one of "
                            + String.join(", ", stores) + ", or configure mirror.stores."
                            + (store.isEmpty() ? "NAME" : store) + ".driver");
        }
        String path = side.substring(colon + 3);
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        if (bucket.isEmpty()) {
            throw new InvalidScenarioException(
                    text, "the " + name + " has an empty bucket; write it as " + store + "://bucket");
        }
        String prefix = slash < 0 ? "" : path.substring(slash + 1);
        return new Location(store, bucket, prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/");
    }

    /** The tool of 2011 took {@code S3://} too. */
    private String known(String store) {
        String lower = store.toLowerCase(Locale.ROOT);
        return !stores.contains(store) && stores.contains(lower) ? lower : store;
    }

    private String suggestion(String name, String side) {
        int letters = 0;
        while (letters < side.length() && Character.isLetterOrDigit(side.charAt(letters))) {
            letters++;
        }
        String store = side.substring(0, letters);
        String rest = side.substring(letters).replaceFirst("^[:/]+", "");
        if (stores.contains(store) && !rest.isEmpty()) {
            return store + "://" + rest;
        }
        return name.equals("source") ? "s3://bucket" : "cf://container";
    }
}
