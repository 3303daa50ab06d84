package org.multicloudmirror.component;

import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectLocation;

/**
 * What a message is about: what a header of it names, else what the endpoint's URI does. The key is data: it is never
 * part of a URI, an expression or a file name.
 */
final class Target {

    private final Operation operation;
    private final String header;
    private final String option;
    private final @Nullable ObjectLocation written;

    /**
     * @param header that names it, before the option does
     * @param option of the URI, for messages
     * @param text of that option; empty when it is not written
     * @throws IllegalArgumentException when the text is no location
     */
    Target(Operation operation, String header, String option, String text) {
        this.operation = operation;
        this.header = header;
        this.option = option;
        this.written = text.isEmpty() ? null : LocationText.parse(text, operation, "the option " + option);
    }

    /**
     * What the URI names.
     *
     * @throws IllegalArgumentException when it names nothing
     */
    ObjectLocation written() {
        if (written == null) {
            throw new IllegalArgumentException(
                    operation + " needs a location; write ?" + option + "=STORE://bucket[/prefix] into its URI");
        }
        return written;
    }

    /**
     * An object.
     *
     * @throws IllegalArgumentException when the message names none; it says how to
     */
    ObjectLocation object(Message message) {
        Object named = message.getHeader(header);
        ObjectLocation where = named instanceof ObjectLocation whole ? whole : completed(message, named);
        if (where.key().isEmpty()) {
            throw new IllegalArgumentException(operation + ": " + where + " names no object; write its key behind the"
                    + " bucket, or into the header " + ObjectStoreConstants.KEY);
        }
        return where;
    }

    /**
     * A bucket and what its keys begin with.
     *
     * @throws IllegalArgumentException when the message names none; it says how to
     */
    ObjectLocation prefix(Message message) {
        Object named = message.getHeader(header);
        return named instanceof ObjectLocation whole ? whole : base(named);
    }

    private ObjectLocation completed(Message message, @Nullable Object named) {
        ObjectLocation base = base(named);
        String key = message.getHeader(ObjectStoreConstants.KEY, String.class);
        return key == null ? base : new ObjectLocation(base.store(), base.bucket(), base.key() + key);
    }

    private ObjectLocation base(@Nullable Object named) {
        if (named instanceof String text) {
            return LocationText.parse(text, operation, "the header " + header);
        }
        if (named != null) {
            throw new IllegalArgumentException(operation + ": the header " + header + " is "
                    + Keys.printable(named.toString()) + " (" + named.getClass().getName()
                    + "); write it as text STORE://bucket/key");
        }
        if (written == null) {
            throw new IllegalArgumentException(operation + " needs a " + option + "; write ?" + option
                    + "=STORE://bucket/prefix/ into its URI, or STORE://bucket/key into the header " + header);
        }
        return written;
    }
}
