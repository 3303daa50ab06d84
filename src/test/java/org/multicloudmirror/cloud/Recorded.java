package org.multicloudmirror.cloud;

/** A request that came, and how it was answered. */
public final class Recorded {

    private final Call call;
    private volatile int status;

    Recorded(Call call) {
        this.call = call;
    }

    public Call call() {
        return call;
    }

    public Protocol protocol() {
        return call.service().protocol();
    }

    public String method() {
        return call.method();
    }

    public String rawTarget() {
        return call.rawTarget();
    }

    public Fields headers() {
        return call.headers();
    }

    /** 0 while it is not answered, and for an answer that no status tells. */
    public int status() {
        return status;
    }

    /** How much of its body was read. */
    public long bodyLength() {
        return call.body().count();
    }

    void answered(int with) {
        status = with;
    }

    @Override
    public String toString() {
        return protocol() + " " + method() + " " + rawTarget() + " " + status;
    }
}
