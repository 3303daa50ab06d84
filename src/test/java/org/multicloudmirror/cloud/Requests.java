package org.multicloudmirror.cloud;

import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** The requests that came until now, or some of them. */
public record Requests(List<Recorded> list) implements Iterable<Recorded> {

    public Requests {
        list = List.copyOf(list);
    }

    @Override
    public Iterator<Recorded> iterator() {
        return list.iterator();
    }

    public int count() {
        return list.size();
    }

    public Requests which(Predicate<Recorded> wanted) {
        return new Requests(list.stream().filter(wanted).toList());
    }

    public Requests of(Protocol protocol) {
        return which(request -> request.protocol() == protocol);
    }

    public Requests method(String... methods) {
        return which(request -> request.call().is(methods));
    }

    public Requests bucket(String bucket) {
        return which(request -> request.call().bucket().equals(bucket));
    }

    public Requests key(String key) {
        return which(request -> request.call().key().equals(key));
    }

    /** Those about objects and their parts. */
    public Requests objects() {
        return which(request -> request.call().isObject());
    }

    /** Pages of listings. */
    public Requests listings() {
        return which(request -> request.call().isListing());
    }

    public Requests status(int status) {
        return which(request -> request.status() == status);
    }

    @Override
    public String toString() {
        return String.join("\n", list.stream().map(Recorded::toString).toList());
    }
}
