package org.multicloudmirror.component;

import org.apache.camel.Message;

/** What a listing was when it was last told, and whether it is something else now. For one thread at a time. */
interface ListingWatch extends AutoCloseable {

    /** Lists anew; whether there is something to tell. */
    boolean look();

    /** Puts what there is to tell into a message. */
    void tell(Message message);

    /**
     * It was told.
     *
     * @param again whether it is to be told again at the next look, be the listing the same or not
     */
    void told(boolean again);

    /** Gives back what it holds. */
    @Override
    void close();
}
