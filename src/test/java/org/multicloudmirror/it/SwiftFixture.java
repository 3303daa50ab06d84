package org.multicloudmirror.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.servers.Names;
import org.multicloudmirror.it.servers.SwiftAccessLog;
import org.multicloudmirror.it.servers.SwiftClient;
import org.multicloudmirror.it.servers.SwiftDoors;

/** Two accounts of the real Swift, one behind the S3 door and one behind tempauth, and the tool between them. */
final class SwiftFixture implements AutoCloseable {

    private final SwiftDoors doors;
    private final Mirror mirror;
    private final SwiftClient s3;
    private final SwiftClient cf;
    private final List<String> buckets = new ArrayList<>();
    private final List<String> containers = new ArrayList<>();

    SwiftFixture(Path directory) throws IOException {
        doors = SwiftDoors.open();
        s3 = SwiftClient.tempauth(doors, "test:tester", "testing");
        cf = SwiftClient.tempauth(doors, "test2:tester2", "testing2");
        mirror = Mirror.inThisProcess(directory).store("s3", doors.asS3Store()).store("cf", cfStore());
    }

    /** How the store behind tempauth is configured. */
    Map<String, String> cfStore() {
        return doors.asOtherStore();
    }

    SwiftDoors doors() {
        return doors;
    }

    Mirror mirror() {
        return mirror;
    }

    /** The account behind the S3 door, in Swift's own words. */
    SwiftClient s3() {
        return s3;
    }

    /** The account behind tempauth. */
    SwiftClient cf() {
        return cf;
    }

    /** A new bucket behind the S3 door. */
    String bucket() {
        String name = bucketName();
        s3.createContainer(name);
        return name;
    }

    /** The name of a bucket that is not there yet. */
    String bucketName() {
        String name = Names.fresh();
        buckets.add(name);
        // where Swift keeps the parts of an upload
        buckets.add(name + "+segments");
        return name;
    }

    /** A new container behind tempauth. */
    String container() {
        String name = containerName();
        cf.createContainer(name);
        return name;
    }

    /** The name of a container that is not there yet. */
    String containerName() {
        String name = Names.fresh();
        containers.add(name);
        // where we keep the parts of large objects
        containers.add(name + "_segments");
        return name;
    }

    /** What clients asked of the buckets and containers of this fixture so far. */
    List<SwiftAccessLog.Entry> requests() {
        List<String> all = new ArrayList<>(buckets);
        all.addAll(containers);
        return doors.accessLog().requests(cf, all);
    }

    /** What they asked from a number of requests on. */
    List<SwiftAccessLog.Entry> requestsAfter(int count) {
        List<SwiftAccessLog.Entry> all = requests();
        return all.subList(count, all.size());
    }

    @Override
    public void close() {
        s3.wipe(buckets);
        cf.wipe(containers);
        s3.close();
        cf.close();
    }
}
