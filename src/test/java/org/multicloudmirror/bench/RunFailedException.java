package org.multicloudmirror.bench;

/** A client failed, or did not do its work; its row has no figures. */
final class RunFailedException extends Exception {

    RunFailedException(String message) {
        super(message);
    }
}
