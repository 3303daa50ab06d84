package org.multicloudmirror.control;

import java.util.Collection;
import java.util.List;
import org.multicloudmirror.spelling.Closest;
import org.multicloudmirror.storage.Keys;

/**
 * The names of scenarios that there are.
 *
 * @param all in their order
 * @param place where they are from
 */
public record KnownNames(List<String> all, String place) {

    public KnownNames {
        all = List.copyOf(all);
    }

    public static KnownNames of(Collection<String> names, String place) {
        return new KnownNames(names.stream().sorted().toList(), place);
    }

    public boolean has(String name) {
        return all.contains(name);
    }

    /** What is told of a name that is none of them. */
    public String complaint(String name) {
        return Keys.printable("there is no scenario \"" + name + "\" in " + place + Closest.question(name, all)
                + (all.isEmpty() ? "; it has none yet" : "; it has " + String.join(", ", all)));
    }

    /** The same as an answer. */
    public Answer unknown(String name) {
        return Answer.of(Answer.Result.UNKNOWN, complaint(name));
    }
}
