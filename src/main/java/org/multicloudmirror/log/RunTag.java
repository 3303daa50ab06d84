package org.multicloudmirror.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;
import org.multicloudmirror.storage.Keys;

/** The run and the scenario that a line belongs to, with a blank behind; nothing for a line of no run. */
public final class RunTag extends ClassicConverter {

    @Override
    public String convert(ILoggingEvent event) {
        Map<String, String> context = event.getMDCPropertyMap();
        String run = context.getOrDefault("run", "");
        String scenario = context.getOrDefault("scenario", "");
        return Keys.printable((run.isEmpty() ? "" : run + " ") + (scenario.isEmpty() ? "" : scenario + " "));
    }
}
