package org.multicloudmirror.field;

import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.ScriptedCloud;
import org.multicloudmirror.cloud.Service;

/** From which protocol to which a scenario goes; always from the bucket {@code src} to the bucket {@code dst}. */
enum Way {
    TO_SWIFT("s3://src->cf://dst", Protocol.S3, Protocol.SWIFT),
    TO_S3("cf://src->s3://dst", Protocol.SWIFT, Protocol.S3);

    private final String scenario;
    private final Protocol source;
    private final Protocol destination;

    Way(String scenario, Protocol source, Protocol destination) {
        this.scenario = scenario;
        this.source = source;
        this.destination = destination;
    }

    String scenario() {
        return scenario;
    }

    Protocol sourceProtocol() {
        return source;
    }

    Protocol destinationProtocol() {
        return destination;
    }

    Service source(ScriptedCloud cloud) {
        return cloud.service(source);
    }

    Service destination(ScriptedCloud cloud) {
        return cloud.service(destination);
    }
}
