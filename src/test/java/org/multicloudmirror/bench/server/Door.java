package org.multicloudmirror.bench.server;

import java.io.IOException;

/** One of the protocols. */
@FunctionalInterface
interface Door {

    Reply answer(Exchange exchange) throws IOException;
}
