package org.multicloudmirror.bench;

import java.util.List;
import java.util.Map;

/** A tool that is measured. */
interface Client {

    String name();

    /** Whether it has something to do in a row. */
    boolean takes(Row row);

    /** What makes the destination of a row the same as its source. */
    List<String> command(Row row, Direction direction);

    /** What its environment has in a row besides the cleaned one of the benchmark. */
    Map<String, String> environment(Row row);
}
