package org.multicloudmirror.bench.server;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Merges what is generated with what was written; a key that is both is met once, as it was written. */
final class Walk implements Iterator<Listed> {

    private final DataSet generated;
    private final Iterator<Map.Entry<String, StoredObject>> written;
    private long number;
    private @Nullable Listed nextGenerated;
    private @Nullable Listed nextWritten;

    Walk(DataSet generated, SortedMap<String, StoredObject> written, String from) {
        this.generated = generated;
        this.written = written.entrySet().iterator();
        this.number = generated.ceiling(from);
        this.nextGenerated = generatedAfter();
        this.nextWritten = writtenAfter();
    }

    @Override
    public boolean hasNext() {
        return nextGenerated != null || nextWritten != null;
    }

    @Override
    public Listed next() {
        Listed ours = nextWritten;
        Listed theirs = nextGenerated;
        if (ours != null && (theirs == null || ours.key().compareTo(theirs.key()) <= 0)) {
            if (theirs != null && ours.key().equals(theirs.key())) {
                nextGenerated = generatedAfter();
            }
            nextWritten = writtenAfter();
            return ours;
        }
        if (theirs == null) {
            throw new NoSuchElementException();
        }
        nextGenerated = generatedAfter();
        return theirs;
    }

    private @Nullable Listed generatedAfter() {
        if (number < generated.count() && !generated.has(number)) {
            number++;
        }
        if (number >= generated.count()) {
            return null;
        }
        Listed listed = new Listed(generated.key(number), generated.object(number));
        number++;
        return listed;
    }

    private @Nullable Listed writtenAfter() {
        if (!written.hasNext()) {
            return null;
        }
        Map.Entry<String, StoredObject> entry = written.next();
        return new Listed(entry.getKey(), entry.getValue());
    }
}
