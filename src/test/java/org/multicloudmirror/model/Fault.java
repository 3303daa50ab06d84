package org.multicloudmirror.model;

import org.multicloudmirror.storage.ObjectStore;

/** What is wrong on purpose in a run that the oracle must find fault with. */
interface Fault {

    /** Nothing is. */
    Fault NONE = new Fault() {};

    default ObjectStore source(ObjectStore store) {
        return store;
    }

    default ObjectStore destination(ObjectStore store) {
        return store;
    }

    /** The rules on keys that the run gets, a line each. */
    default String filters(String rules) {
        return rules;
    }
}
