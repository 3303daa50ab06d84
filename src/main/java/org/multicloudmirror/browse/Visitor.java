package org.multicloudmirror.browse;

import java.io.IOException;
import org.multicloudmirror.storage.ObjectEntry;

/** Is told what a listing has, one after another. */
public interface Visitor {

    /** An object. */
    void object(ObjectEntry entry) throws IOException;

    /** A prefix that objects are below; its keys are not told. */
    void prefix(String prefix) throws IOException;
}
