package org.multicloudmirror.driver;

/** What an entry of a listing tells, and is kept of it. */
public enum EntryField {
    KEY,
    SIZE,
    TAG,
    TIME,
    /** The tag of an object that is put together from segments. */
    MANIFEST_TAG
}
