package org.multicloudmirror.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** rclone with what is its best in each row that copies or compares as safely as it does by default. */
final class RcloneClient implements Client {

    private final Endpoints endpoints;

    RcloneClient(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public String name() {
        return "rclone";
    }

    @Override
    public boolean takes(Row row) {
        return switch (row.kind()) {
            case RUN, START -> true;
            case RUN_ALONE, SERVICE -> false;
        };
    }

    @Override
    public List<String> command(Row row, Direction direction) {
        String copies = Integer.toString(row.process());
        String source = direction.source() + ":" + row.source();
        String destination = direction.destination() + ":" + row.copy();
        List<String> command = new ArrayList<>(List.of("rclone"));
        switch (row.workload().destination()) {
            case EMPTY -> command.addAll(List.of("copy", source, destination, "--transfers", copies));
            case SAME -> command.addAll(List.of("sync", source, destination, "--size-only"));
            // by size alone it would not see the change; without the second it asks for each object
            case TWO_DIFFER ->
                command.addAll(List.of("sync", source, destination, "--checksum", "--swift-no-large-objects"));
        }
        command.addAll(List.of("--checkers", copies, "-q", "--stats", "0"));
        return command;
    }

    /** Its two remotes by variables alone (rclone.org/docs, "Config file"). */
    @Override
    public Map<String, String> environment(Row row) {
        String endpoint = endpoints.url(row.scheme());
        return Map.ofEntries(
                // a name that stands for no file
                Map.entry("RCLONE_CONFIG", "/notfound"),
                Map.entry("RCLONE_CONFIG_S3_TYPE", "s3"),
                Map.entry("RCLONE_CONFIG_S3_PROVIDER", "Other"),
                Map.entry("RCLONE_CONFIG_S3_ACCESS_KEY_ID", "bench"),
                Map.entry("RCLONE_CONFIG_S3_SECRET_ACCESS_KEY", "bench"),
                Map.entry("RCLONE_CONFIG_S3_REGION", "us-east-1"),
                Map.entry("RCLONE_CONFIG_S3_LIST_VERSION", "2"),
                Map.entry("RCLONE_CONFIG_S3_ENDPOINT", endpoint),
                Map.entry("RCLONE_CONFIG_CF_TYPE", "swift"),
                Map.entry("RCLONE_CONFIG_CF_USER", "bench:bench"),
                Map.entry("RCLONE_CONFIG_CF_KEY", "bench"),
                Map.entry("RCLONE_CONFIG_CF_AUTH", endpoint + "/auth/v1.0"),
                Map.entry("RCLONE_CA_CERT", endpoints.authority().toString()));
    }
}
