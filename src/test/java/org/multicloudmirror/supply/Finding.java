package org.multicloudmirror.supply;

/** A library with an advisory that concerns its version. */
record Finding(Library library, Advisory advisory) {

    @Override
    public String toString() {
        return library + " has " + advisory.id() + ": " + advisory.what() + "; fixed in " + advisory.fixed();
    }
}
