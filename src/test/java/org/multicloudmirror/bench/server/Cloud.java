package org.multicloudmirror.bench.server;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is behind the doors: the buckets of both protocols, the counts, the conditions. */
final class Cloud {

    private record Name(Protocol protocol, String bucket) {}

    private final Map<Name, Bucket> generated = new ConcurrentHashMap<>();
    private final Map<Name, Bucket> made = new ConcurrentHashMap<>();
    private final Counts counts = new Counts();
    private volatile Conditions conditions = Conditions.NEAR;

    /** Adds a bucket that is there in every run. */
    void generate(Protocol protocol, String name, DataSet objects) {
        generated.put(new Name(protocol, name), new Bucket(objects));
    }

    /** Forgets what clients wrote and what was counted. */
    void begin(Conditions next) {
        generated.values().forEach(Bucket::forgetWritten);
        made.clear();
        counts.clear();
        conditions = next;
    }

    Conditions conditions() {
        return conditions;
    }

    Counts counts() {
        return counts;
    }

    Optional<Bucket> bucket(Protocol protocol, String bucket) {
        Name name = new Name(protocol, bucket);
        return Optional.ofNullable(generated.get(name)).or(() -> Optional.ofNullable(made.get(name)));
    }

    /** Makes a bucket as a client does; it lasts for the run. */
    void make(Protocol protocol, String bucket) {
        if (bucket(protocol, bucket).isEmpty()) {
            made.put(new Name(protocol, bucket), new Bucket(DataSet.EMPTY));
        }
    }

    /** Says how many objects two buckets have if they have the same, or where they begin to differ. */
    static String compare(Bucket one, Bucket other) {
        Iterator<Listed> ours = one.from("");
        Iterator<Listed> theirs = other.from("");
        long count = 0;
        while (ours.hasNext() && theirs.hasNext()) {
            Listed mine = ours.next();
            Listed its = theirs.next();
            if (!mine.sameAs(its)) {
                return "differ at " + mine.key() + " and " + its.key();
            }
            count++;
        }
        return ours.hasNext() || theirs.hasNext()
                ? "differ behind " + count + " objects, where one ends"
                : "equal " + count;
    }
}
