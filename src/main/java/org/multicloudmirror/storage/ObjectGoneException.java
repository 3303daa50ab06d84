package org.multicloudmirror.storage;

/** A store that was asked for an object answered that it is not there. */
public final class ObjectGoneException extends StoreException {

    private static final long serialVersionUID = 1L;

    // an exception is serializable by its type only; nobody sends one
    private final transient ObjectLocation where;

    /**
     * @param where the object that is not there
     */
    public ObjectGoneException(ObjectLocation where, String message) {
        super(message);
        this.where = where;
    }

    /** The object that is not there. */
    public ObjectLocation where() {
        return where;
    }
}
