package org.multicloudmirror.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.multicloudmirror.storage.Keys;

/**
 * A message on one line, its control characters escaped: whoever may name an object could otherwise write lines of
 * the log, or talk to the terminal.
 */
public final class PrintableMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Keys.printable(super.convert(event));
    }
}
