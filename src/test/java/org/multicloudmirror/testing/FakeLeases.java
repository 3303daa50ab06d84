package org.multicloudmirror.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.LeaseObjects;
import org.multicloudmirror.storage.StoreException;

/** The leases of a {@link FakeStore}, with a clock of its own and hooks around each request. For many threads. */
public final class FakeLeases implements LeaseObjects {

    /** A request. */
    public enum Request {
        LOOK,
        CREATE,
        REPLACE,
        REMOVE
    }

    private final FakeStore store;
    private final Map<String, Found> found = new ConcurrentHashMap<>();
    private final Map<Request, Runnable> befores = new ConcurrentHashMap<>();
    private final Map<Request, StoreException> answers = new ConcurrentHashMap<>();
    private final Map<Request, Integer> counts = new ConcurrentHashMap<>();
    private final AtomicInteger tags = new AtomicInteger();
    private volatile Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private volatile boolean comparesTags = true;
    private volatile boolean heedsConditions = true;

    FakeLeases(FakeStore store) {
        this.store = store;
    }

    /** Writes in the place of whatever is there, as Swift. */
    public FakeLeases comparesNoTags() {
        comparesTags = false;
        return this;
    }

    /** Writes whatever the condition. */
    public FakeLeases heedsNoConditions() {
        heedsConditions = false;
        return this;
    }

    /** Its clock goes on. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    public Instant now() {
        return now;
    }

    /** Does something before it looks at the next request of a kind. */
    public FakeLeases beforeNext(Request request, Runnable action) {
        befores.put(request, action);
        return this;
    }

    /** Does what the next request of a kind asks for, and its answer is lost. */
    public FakeLeases losesNextAnswer(Request request, StoreException instead) {
        answers.put(request, instead);
        return this;
    }

    /** What is there under any key, and how often it was asked. */
    public Map<String, Found> texts() {
        return Map.copyOf(found);
    }

    public int count(Request request) {
        return counts.getOrDefault(request, 0);
    }

    /** Holds a text that no request wrote. */
    public void hold(String bucket, String key, String text) {
        put(bucket, key, text);
    }

    @Override
    public boolean comparesTags() {
        return comparesTags;
    }

    @Override
    public Look look(String bucket, String key) {
        begin(Request.LOOK);
        store.objects(bucket);
        Look look = new Look(found.get(key), now);
        answer(Request.LOOK);
        return look;
    }

    @Override
    public Optional<String> create(String bucket, String key, String text) {
        begin(Request.CREATE);
        return written(Request.CREATE, bucket, key, text, null, true);
    }

    @Override
    public Optional<String> replace(String bucket, String key, String text, String tag) {
        begin(Request.REPLACE);
        return written(Request.REPLACE, bucket, key, text, tag, comparesTags);
    }

    private Optional<String> written(
            Request request, String bucket, String key, String text, @Nullable String tag, boolean compares) {
        Optional<String> written;
        synchronized (this) {
            Found present = found.get(key);
            String presentTag = present == null ? null : present.tag();
            boolean isMet = tag == null ? presentTag == null : tag.equals(presentTag);
            written = compares && heedsConditions && !isMet ? Optional.empty() : Optional.of(put(bucket, key, text));
        }
        answer(request);
        return written;
    }

    private String put(String bucket, String key, String text) {
        String tag = "\"" + tags.incrementAndGet() + "\"";
        found.put(key, new Found(text, tag, now));
        store.with(bucket, key, text);
        return tag;
    }

    @Override
    public void remove(String bucket, String key, String tag) {
        begin(Request.REMOVE);
        synchronized (this) {
            Found present = found.get(key);
            if (present != null && (!comparesTags || present.tag().equals(tag))) {
                found.remove(key);
                store.objects(bucket).remove(key);
            }
        }
        answer(Request.REMOVE);
    }

    private void begin(Request request) {
        counts.merge(request, 1, Integer::sum);
        Runnable before = befores.remove(request);
        if (before != null) {
            before.run();
        }
    }

    private void answer(Request request) {
        StoreException instead = answers.remove(request);
        if (instead != null) {
            throw instead;
        }
    }
}
