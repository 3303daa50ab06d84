package org.multicloudmirror.driver.quirk;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.multicloudmirror.storage.Keys;

/**
 * A way to the store on which paths are changed, so that a key leads to another object: which traits of keys are known to
 * pass a bucket's way unchanged, and which are known not to. What is known of neither has to be proven.
 */
public final class ChangedPaths implements Quirk {

    private final Learnt<Boolean> kept;
    private final Learnt<Set<Set<PathTrait>>> changed;

    public ChangedPaths(QuirkMemory memory) {
        this.kept = new Learnt<>(memory);
        this.changed = new Learnt<>(memory);
    }

    /** Whether a key of a bucket is known to lead where it should; so does every plain one. */
    public boolean isKept(String bucket, String key) {
        return Keys.isPlain(key)
                || (PathTrait.of(key).stream().allMatch(trait -> kept.is(scope(bucket, trait), true))
                        && !isChanged(bucket, key));
    }

    /** Whether what a key has in it, or some of it, is known to lead elsewhere. */
    public boolean isChanged(String bucket, String key) {
        Optional<Set<Set<PathTrait>>> known = changed.of(bucket);
        return known.isPresent() && known.get().stream().anyMatch(PathTrait.of(key)::containsAll);
    }

    /** A key has led where it should. */
    public void keeps(String bucket, String key) {
        if (!isChanged(bucket, key)) {
            PathTrait.of(key).forEach(trait -> kept.learn(scope(bucket, trait), true));
        }
    }

    /** A key has led elsewhere. What is known to be kept in it is not to blame, unless nothing else is there. */
    public synchronized void changes(String bucket, String key) {
        Set<PathTrait> traits = PathTrait.of(key);
        Set<PathTrait> toBlame = new LinkedHashSet<>(traits);
        toBlame.removeIf(trait -> kept.is(scope(bucket, trait), true));
        Set<Set<PathTrait>> known = new LinkedHashSet<>(changed.of(bucket).orElse(Set.of()));
        known.add(toBlame.isEmpty() ? traits : Set.copyOf(toBlame));
        changed.learn(
                bucket,
                known,
                bucket + "/" + Keys.printable(key)
                        + " leads to another object: nothing is written or deleted there by such a name");
    }

    private static String scope(String bucket, PathTrait trait) {
        return bucket + "/" + trait;
    }
}
