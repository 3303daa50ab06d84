package org.multicloudmirror.it.contract;

import java.io.InputStream;

/** A body that throws when it is read. */
final class FailingStream extends InputStream {

    private final RuntimeException failure;

    FailingStream(RuntimeException failure) {
        this.failure = failure;
    }

    @Override
    public int read() {
        throw failure;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        throw failure;
    }
}
