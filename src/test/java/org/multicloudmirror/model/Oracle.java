package org.multicloudmirror.model;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.storage.Keys;

/** Says what a run must do, from what both sides hold and what was asked for. */
final class Oracle {

    private static final String BACKUPS = "old/";

    private final World world;
    private final Choice choice;
    private final String refused;
    private final Instant now = Instant.now();
    private final Map<String, Thing> source;
    private final Map<String, Thing> before;
    private final Map<String, Thing> after;
    private final Map<String, String> kinds = new TreeMap<>();
    private final Set<String> equal = new TreeSet<>();
    private final Set<String> present = new TreeSet<>();

    private Oracle(World world, Choice choice, String refused) {
        this.world = world;
        this.choice = choice;
        this.refused = refused;
        this.source = world.sourceObjects();
        this.before = world.destinationObjects();
        this.after = new TreeMap<>(Keys.ORDER);
        after.putAll(before);
    }

    /**
     * Looks ahead.
     *
     * @param refused the one key of the destination that cannot be written; empty when there is none
     */
    static Expectation of(World world, Choice choice, String refused) {
        return new Oracle(world, choice, refused).expectation();
    }

    private Expectation expectation() {
        source.forEach((key, thing) -> {
            if (key.startsWith(world.from())) {
                String relative = key.substring(world.from().length());
                present.add(relative);
                consider(key, relative, thing);
            }
        });
        RunStatus status = kinds.containsValue("failed") ? RunStatus.SOME_FAILED : RunStatus.OK;
        if (choice.deletes() && status == RunStatus.OK) {
            status = delete();
        }
        return new Expectation(status, kinds, equal, choice.isDry() ? before : after);
    }

    private void consider(String key, String relative, Thing thing) {
        if (isLeftOut(relative, thing)) {
            return;
        }
        String there = world.to() + relative;
        Thing copy = before.get(there);
        boolean isTooLarge = choice.maxSize() > 0 && thing.size() > choice.maxSize();
        boolean listingsTell = copy != null && listingsTellEqual(thing, copy);
        if (isTooLarge && !listingsTell) {
            return;
        }
        if (copy != null && isSame(thing, copy)) {
            equal.add(key);
        } else if (copy != null && hasOtherMarkOnly(thing, copy)) {
            write(key, there, thing, copy, "updated");
        } else {
            write(key, there, thing, copy, "copied");
        }
    }

    private void write(String key, String there, Thing thing, @Nullable Thing copy, String how) {
        if (copy != null && choice.backsUp()) {
            after.put(BACKUPS + there, copy);
        }
        if (there.equals(refused) && !choice.isDry()) {
            kinds.put(key, "failed");
            return;
        }
        kinds.put(key, choice.isDry() ? (how.equals("copied") ? "would-copy" : "would-update") : how);
        after.put(there, thing);
    }

    /** Whether the two listings alone say that nothing is to be done. */
    private boolean listingsTellEqual(Thing thing, Thing copy) {
        return switch (choice.compare()) {
            case "metadata", "content" -> false;
            default -> isSame(thing, copy);
        };
    }

    private boolean isSame(Thing thing, Thing copy) {
        return switch (choice.compare()) {
            case "size" -> thing.size() == copy.size();
            case "modified" -> thing.size() == copy.size() && !copy.modified().isBefore(thing.modified());
            case "metadata" -> thing.isLike(copy);
            default -> thing.content().equals(copy.content());
        };
    }

    private boolean hasOtherMarkOnly(Thing thing, Thing copy) {
        return choice.compare().equals("metadata") && thing.content().equals(copy.content());
    }

    private boolean isLeftOut(String relative, Thing thing) {
        Set<String> named = choice.named();
        var minAge = choice.minAge();
        var maxAge = choice.maxAge();
        return (named != null && !named.contains(relative))
                || Rule.leaveOut(choice.rules(), relative)
                || thing.size() < choice.minSize()
                || (minAge != null && thing.modified().isAfter(now.minus(minAge)))
                || (maxAge != null && thing.modified().isBefore(now.minus(maxAge)));
    }

    private RunStatus delete() {
        Map<String, Thing> held = new TreeMap<>(before);
        held.keySet().removeIf(key -> !key.startsWith(world.to()) || isBackup(key));
        Map<String, Thing> extras = new TreeMap<>(held);
        extras.keySet()
                .removeIf(key -> present.contains(key.substring(world.to().length())));
        extras.entrySet()
                .removeIf(extra -> isLeftOut(extra.getKey().substring(world.to().length()), extra.getValue()));
        if (extras.isEmpty()) {
            return RunStatus.OK;
        }
        boolean isGuarded = (present.isEmpty() && !choice.allowsEmptySource())
                || extras.size() > most(held.size())
                || equal.size() < choice.minSync();
        if (isGuarded) {
            return RunStatus.GUARDED;
        }
        extras.forEach((key, thing) -> {
            kinds.put(key, choice.isDry() ? "would-delete" : "deleted");
            if (choice.backsUp()) {
                after.put(BACKUPS + key, thing);
            }
            after.remove(key);
        });
        return RunStatus.OK;
    }

    private boolean isBackup(String key) {
        return choice.backsUp()
                && (key.startsWith(BACKUPS)
                        || key.substring(world.to().length()).startsWith(BACKUPS));
    }

    private long most(int held) {
        String text = choice.maxDelete();
        if (text.equals("-1")) {
            return Long.MAX_VALUE;
        }
        return text.endsWith("%")
                ? (long) held * Integer.parseInt(text.substring(0, text.length() - 1)) / 100
                : Long.parseLong(text);
    }
}
