package org.multicloudmirror.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.storage.Keys;

/**
 * The objects of one kind that a mail names, and how many it leaves out.
 *
 * @param kind what they have in common
 * @param shown the first of them, at most {@link Summary#SAMPLE_LIMIT}, in the order of their keys
 * @param total how many there are
 */
record OutcomeList(OutcomeKind kind, List<Outcome> shown, long total) {

    /** What needs a person's attention comes first. */
    private static final List<OutcomeKind> ORDER = List.of(
            OutcomeKind.FAILED,
            OutcomeKind.DIFFERENT,
            OutcomeKind.MISSING,
            OutcomeKind.UNVERIFIABLE,
            OutcomeKind.EXTRA,
            OutcomeKind.LEFT,
            OutcomeKind.INTERRUPTED,
            OutcomeKind.GONE,
            OutcomeKind.ARCHIVED,
            OutcomeKind.SKIPPED,
            OutcomeKind.LOSSY,
            OutcomeKind.WOULD_DELETE,
            OutcomeKind.WOULD_UPDATE,
            OutcomeKind.WOULD_COPY,
            OutcomeKind.DELETED,
            OutcomeKind.UPDATED,
            OutcomeKind.COPIED);

    /** The lists of a scenario that are not empty. */
    static Stream<OutcomeList> of(Summary summary) {
        return ORDER.stream()
                .filter(kind -> summary.count(kind) > 0)
                .map(kind -> new OutcomeList(
                        kind,
                        summary.sample(kind).stream()
                                .limit(Summary.SAMPLE_LIMIT)
                                .sorted(Comparator.comparing(Outcome::key, Keys.ORDER))
                                .toList(),
                        summary.count(kind)));
    }

    /** The heading, with the number of all of them. */
    String title() {
        String what =
                switch (kind) {
                    case COPIED -> "Copied";
                    case LOSSY -> "Copied, with loss";
                    case UPDATED -> "Metadata updated";
                    case DELETED -> "Deleted";
                    case WOULD_COPY -> "Would be copied";
                    case WOULD_UPDATE -> "Metadata would be updated";
                    case WOULD_DELETE -> "Would be deleted";
                    case DIFFERENT -> "Different";
                    case MISSING -> "Missing at the destination";
                    case EXTRA -> "At the destination only";
                    case UNVERIFIABLE -> "Not to be told equal or different";
                    case EQUAL -> "Unchanged";
                    case SKIPPED -> "Skipped";
                    case GONE -> "Gone before it was read";
                    case ARCHIVED -> "Archived";
                    case FAILED -> "Failed";
                    case LEFT -> "Left to the next run";
                    case INTERRUPTED -> "Interrupted";
                };
        return what + " (" + Amounts.count(total) + ")";
    }

    /** The line that stands for those not shown; empty when all are. */
    String rest() {
        long more = total - shown.size();
        return more > 0 ? "... and " + Amounts.count(more) + " more" : "";
    }

    /** The size of an object and, where it failed or took more than one, its attempts. */
    static String measure(Outcome outcome) {
        boolean attempts = outcome.attempts() > 1 || outcome.kind() == OutcomeKind.FAILED;
        return Amounts.bytes(outcome.size()) + (attempts ? ", " + Amounts.count(outcome.attempts(), "attempt") : "");
    }
}
