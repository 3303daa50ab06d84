package org.multicloudmirror.storage;

/** The object is in an archive, and cannot be read before its owner has restored it. */
public final class ArchivedException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String storageClass;

    /**
     * @param where the object, for the message
     * @param storageClass the archive, such as {@code GLACIER}; empty when the store does not name it
     */
    public ArchivedException(String where, String storageClass) {
        super(where + ": " + advice(storageClass));
        this.storageClass = storageClass;
    }

    /** What is to be done, in one line, without the object. */
    public String advice() {
        return advice(storageClass);
    }

    private static String advice(String storageClass) {
        return "archived" + (storageClass.isEmpty() ? "" : " (" + storageClass + ")")
                + ": restore it first; it is copied by a run after that";
    }
}
