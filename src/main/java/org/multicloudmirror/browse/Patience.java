package org.multicloudmirror.browse;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ForwardingStore;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.Waiting;

/**
 * How long a store that does not serve is waited for while somebody sits there: a run waits longer. What comes, and what
 * is written, begins the time anew.
 */
public final class Patience {

    private static final long NANOS = Duration.ofSeconds(15).toNanos();

    private final AtomicLong since = new AtomicLong(System.nanoTime());

    /** Does what waits no longer than that. */
    public <T> T within(Supplier<T> work) {
        return Waiting.until(() -> System.nanoTime() - since.get() > NANOS, work);
    }

    /** A store whose answers count. */
    public ObjectStore with(ObjectStore store) {
        return new Answered(store);
    }

    /** An output whose bytes count. */
    public OutputStream with(OutputStream out) {
        return new Written(out);
    }

    private <T> T noted(T answer) {
        since.set(System.nanoTime());
        return answer;
    }

    private final class Answered extends ForwardingStore {
        Answered(ObjectStore store) {
            super(store);
        }

        @Override
        public ListingPage list(String bucket, String prefix, @Nullable String from) {
            return noted(super.list(bucket, prefix, from));
        }

        @Override
        public ListingPage listAfter(String bucket, String prefix, String after, int most) {
            return noted(super.listAfter(bucket, prefix, after, most));
        }

        @Override
        public Optional<ObjectEntry> listed(String bucket, String key) {
            return noted(super.listed(bucket, key));
        }

        @Override
        public ObjectContent get(String bucket, String key) {
            return noted(super.get(bucket, key));
        }

        @Override
        public ObjectContent get(String bucket, String key, Slice slice) {
            return noted(super.get(bucket, key, slice));
        }
    }

    private final class Written extends FilterOutputStream {
        Written(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            noted(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            noted(length);
        }
    }
}
